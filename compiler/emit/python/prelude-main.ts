// What a Python module does when it is run: it reads episodes line by line and prints what they pay. It must not know programs.

const VALUE = `
def _json_value(x):
    if isinstance(x, float) and x - x != 0:
        return None
    if isinstance(x, dict):
        return {key: _json_value(value) for key, value in x.items()}
    return [_json_value(part) for part in x] if isinstance(x, list) else x
`;

/** Each line by itself, or lines of one group together. */
export const MAIN = {
  single: `${VALUE}

if __name__ == "__main__":
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(_json_value(score(json.loads(line)))))
`,
  group: `${VALUE}

if __name__ == "__main__":
    samples = [json.loads(line) for line in sys.stdin if line.strip()]
    groups = {}
    for number, sample in enumerate(samples):
        groups.setdefault(sample.get("group", number), []).append(number)
    results = {}
    for numbers in groups.values():
        results.update(zip(numbers, score_group([samples[number] for number in numbers])))
    for number in range(len(samples)):
        print(json.dumps(_json_value(results[number])))
`,
};
