// Lists, records, texts and patterns as JavaScript has them, for Python modules. It must not know programs.
export const VALUES = String.raw`
def _is_number(x):
    return isinstance(x, (float, int)) and x is not True and x is not False

def _is_text(x):
    return isinstance(x, str)

def _is_bool(x):
    return x is True or x is False

def _is_object(x):
    return x is None or not isinstance(x, (float, int, str))

def _is_array(x):
    return isinstance(x, (list, tuple))

def _truthy(x):
    if x is None or x is False:
        return False
    if isinstance(x, (float, int)):
        return x == x and x != 0
    return x != ""

def _same(a, b):
    # True is not 1.
    if a is True or a is False or b is True or b is False:
        return a is b
    if isinstance(a, (list, dict)):
        return a is b
    return a == b

def _default(x, otherwise):
    return otherwise if x is None else x

def _or(x, otherwise):
    return x if _truthy(x) else otherwise

def _plain(x):
    # Numbers as floats, and lists for what array libraries give.
    if x is None or x is True or x is False or isinstance(x, (float, str)):
        return float(x) if isinstance(x, float) else x
    if isinstance(x, int):
        return _number(x)
    if hasattr(x, "tolist"):
        return _plain(x.tolist())
    return [_plain(part) for part in x] if isinstance(x, (list, tuple)) else x

def _at(xs, index):
    if isinstance(xs, dict):
        return xs.get(index)
    if not isinstance(xs, (list, tuple, str)):
        return None
    if isinstance(index, str):
        index = int(index)
    if index - index != 0 or index < 0 or index >= len(xs) or index != int(index):
        return None
    return xs[int(index)]

def _num(xs, index):
    x = _at(xs, index)
    return _NAN if x is None else x

def _get(record, key):
    return None if record is None else _plain(record.get(key))

def _length(xs):
    return None if xs is None else len(xs)

def _fields(record):
    return {} if record is None else {key: _plain(value) for key, value in record.items()}

def _options(given):
    options = {("onInvalid" if key == "on_invalid" else key): value for key, value in (given or {}).items()}
    for key in ("params", "weights"):
        if key in options:
            options[key] = _fields(options[key])
    if options.get("training") is not None:
        options["training"] = _number(options["training"])
    return options

def _has_own(value, key):
    if isinstance(value, dict):
        return key in value
    return key.isdigit() and int(key) < len(value)

def _at_end(xs, index):
    return xs[index] if -len(xs) <= index < len(xs) else None

def _slice(xs, start, end=None):
    return xs[int(start):] if end is None else xs[int(start):int(end)]

def _pop(xs):
    return xs.pop() if xs else None

def _shift(xs):
    return xs.pop(0) if xs else None

def _reversed(xs):
    xs.reverse()
    return xs

def _fill(xs, value, start, end):
    for k in range(max(int(start), 0), min(int(end), len(xs))):
        xs[k] = value
    return xs

def _sort_numbers(xs):
    xs.sort()
    return xs

def _sort(xs, compare):
    xs.sort(key=functools.cmp_to_key(compare))
    return xs

def _reduce(f, xs, first):
    return functools.reduce(f, xs, first)

def _reduce_indexed(f, xs, first):
    found = first
    for k, x in enumerate(xs):
        found = f(found, x, k)
    return found

def _join(by, xs):
    return by.join("" if x is None else _str(x) for x in xs)

def _index_of(xs, x, start=0):
    if isinstance(xs, str):
        return xs.find(x, int(start))
    for k in range(int(start), len(xs)):
        if _same(xs[k], x):
            return k
    return -1

def _key(x):
    return id(x) if isinstance(x, (list, dict)) else x

def _set(xs):
    return {_key(x): x for x in xs}

def _add(known, x):
    known[_key(x)] = x

def _has(known, x):
    return _key(x) in known

def _put(known, key, x):
    known[key] = x

def _resume(generator, given=None):
    try:
        return generator.send(given)
    except StopIteration as end:
        return end.value

def _code_at(text, index):
    return ord(text[int(index)]) if 0 <= index < len(text) else _NAN

def _point_at(text, index):
    return float(ord(text[int(index)])) if 0 <= index < len(text) else None

def _character(code):
    return chr(int(code))

_Match = type("_Match", (list,), {"__slots__": ("start",)})

def _matches(pattern, text):
    for found in pattern.finditer(text):
        match = _Match((found.group(), *found.groups()))
        match.start = found.start()
        yield match

def _match_all(pattern, text):
    found = [match.group() for match in pattern.finditer(text)]
    return found if found else None

def _exec(sticky, text):
    found = sticky["pattern"].match(text, int(sticky["lastIndex"]))
    return None if found is None else [found.group(), *found.groups()]

def _search(pattern, text):
    found = pattern.search(text)
    return -1 if found is None else found.start()

def _replace(pattern, by, text, count):
    return pattern.sub(by if isinstance(by, str) else lambda match: by(match.group()), text, count)

def _json(x):
    if isinstance(x, (float, int)) and x is not True and x is not False:
        return _str(x) if x - x == 0 else "null"
    text = json.dumps(x, ensure_ascii=False)
    return re.sub("[\ud800-\udfff]", lambda found: "\\u%04x" % ord(found.group()), text)

def _refuse(word):
    raise ValueError(word)

def _parse_json(text):
    return json.loads(text, parse_int=_number, parse_constant=_refuse)
`;

/** Functions of generated code that are written otherwise in Python, by their name in JavaScript. */
export const REPLACED: Readonly<Record<string, string>> = {
  endsWith: String.raw`
def NAME(text, pattern):
    """Whether the text ends with the pattern: 1 or 0; NaN where one is missing."""
    if text is None or pattern is None:
        return _NAN
    if isinstance(pattern, str):
        return 1.0 if text.endswith(pattern) else 0.0
    return 0.0 if re.compile("(?:" + pattern.pattern + r")\Z", pattern.flags).search(text) is None else 1.0
`,
  fillPattern: `
def NAME(pieces, flags, parts):
    """The regular expression with each part, found as it stands, between two pieces; None where one is missing."""
    if any(part is None for part in parts):
        return None
    texts = ["(?:" + re.escape(part) + ")" + piece for part, piece in zip(parts, pieces[1:])]
    try:
        return re.compile(pieces[0] + "".join(texts), flags)
    except Exception:
        return None
`,
};
