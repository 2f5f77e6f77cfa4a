# Answers questions about generated modules, one line of JSON each: a module is read once and kept by its number.
import json
import sys


def encode(x):
    if isinstance(x, float):
        if x != x:
            return {"number": "NaN"}
        if x - x != 0:
            return {"number": "Infinity" if x > 0 else "-Infinity"}
        return x
    if isinstance(x, dict):
        return {key: encode(value) for key, value in x.items()}
    return [encode(part) for part in x] if isinstance(x, (list, tuple)) else x


def decode(x):
    if isinstance(x, dict):
        if list(x) == ["number"]:
            return float(x["number"].replace("Infinity", "inf"))
        return {key: decode(value) for key, value in x.items()}
    return [decode(part) for part in x] if isinstance(x, list) else x


modules = {}
sources = {}
for line in sys.stdin:
    question = json.loads(line)
    try:
        if "source" in question:
            module = {"__name__": "generated"}
            sources[question["module"]] = question["source"].split("\n")
            exec(compile(question["source"], "module %s" % question["module"], "exec"), module)
            modules[question["module"]] = module
            answer = None
        else:
            given = [decode(part) for part in question["arguments"]]
            answer = modules[question["module"]][question["function"]](*given)
        print(json.dumps({"answer": encode(answer)}), flush=True)
    except Exception as error:
        place = error.__traceback__
        while place.tb_next is not None:
            place = place.tb_next
        said = sources[question["module"]][place.tb_lineno - 1].strip()
        print(json.dumps({"error": "%s: %s in %s" % (type(error).__name__, error, said)}), flush=True)
