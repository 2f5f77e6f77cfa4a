// Numbers as JavaScript has them, for Python modules: nothing raises, nothing is rounded otherwise. It must not know programs.
export const NUMBERS = String.raw`
_NEGATIVE_INF = -_INF

_EPSILON = 2.0 ** -52

_MAX_VALUE = 1.7976931348623157e308

_MIN_VALUE = 5e-324

_MAX_SAFE_INTEGER = 9007199254740991.0

_LN2 = 0.6931471805599453

_LN10 = 2.302585092994046

_SQRT2 = 1.4142135623730951

def _isnan(x):
    return isinstance(x, float) and x != x

def _finite(x):
    return _is_number(x) and x - x == 0

def _is_integer(x):
    return _finite(x) and x == math.floor(x)

def _is_safe_integer(x):
    return _is_integer(x) and abs(x) <= 9007199254740991

def _div(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        if a == 0 or a != a:
            return _NAN
        return math.copysign(_INF, a) * math.copysign(1.0, b)

def _mod(a, b):
    if b == 0 or a - a != 0 or b != b:
        return _NAN
    return math.fmod(a, b)

def _pow(a, b):
    if b != b or ((a == 1 or a == -1) and (b == _INF or b == -_INF)):
        return _NAN
    try:
        return math.pow(a, b)
    except OverflowError:
        return -_INF if a < 0 and b % 2 == 1 else _INF
    except ValueError:
        if a != 0:
            return _NAN
        return -_INF if math.copysign(1.0, a) < 0 and b % 2 == 1 else _INF

def _max(a, b):
    if a > b:
        return a
    if b > a:
        return b
    if a != b:
        return _NAN
    return b if a == 0 and math.copysign(1.0, a) < 0 else a

def _min(a, b):
    if a < b:
        return a
    if b < a:
        return b
    if a != b:
        return _NAN
    return a if a == 0 and math.copysign(1.0, a) < 0 else b

def _max_of(*xs):
    found = -_INF
    for x in xs:
        found = _max(found, x)
    return found

def _min_of(*xs):
    found = _INF
    for x in xs:
        found = _min(found, x)
    return found

def _abs(x):
    return abs(x)

def _floor(x):
    if x - x != 0:
        return x
    found = float(math.floor(x))
    return x if found == x else found

def _ceil(x):
    if x - x != 0:
        return x
    found = float(math.ceil(x))
    return math.copysign(found, x) if found == 0 else found

def _trunc(x):
    return _ceil(x) if x < 0 else _floor(x)

def _round(x):
    if x - x != 0:
        return x
    below = math.floor(x)
    found = float(below + 1 if x - below >= 0.5 else below)
    return math.copysign(found, x) if found == 0 else found

def _sign(x):
    return 1.0 if x > 0 else -1.0 if x < 0 else x

def _sqrt(x):
    return math.sqrt(x) if x >= 0 else _NAN

def _cbrt(x):
    return math.copysign(abs(x) ** (1 / 3), x) if x - x == 0 else x

def _exp(x):
    try:
        return math.exp(x)
    except OverflowError:
        return _INF

def _expm1(x):
    try:
        return math.expm1(x)
    except OverflowError:
        return _INF

def _log(x):
    return math.log(x) if x > 0 else -_INF if x == 0 else _NAN

def _log2(x):
    return math.log2(x) if x > 0 else -_INF if x == 0 else _NAN

def _log10(x):
    return math.log10(x) if x > 0 else -_INF if x == 0 else _NAN

def _log1p(x):
    return math.log1p(x) if x > -1 else -_INF if x == -1 else _NAN

def _sin(x):
    return math.sin(x) if x - x == 0 else _NAN

def _cos(x):
    return math.cos(x) if x - x == 0 else _NAN

def _tan(x):
    return math.tan(x) if x - x == 0 else _NAN

def _asin(x):
    return math.asin(x) if -1 <= x <= 1 else _NAN

def _acos(x):
    return math.acos(x) if -1 <= x <= 1 else _NAN

def _atan(x):
    return math.atan(x)

def _atan2(y, x):
    return math.atan2(y, x)

def _sinh(x):
    try:
        return math.sinh(x)
    except OverflowError:
        return math.copysign(_INF, x)

def _cosh(x):
    try:
        return math.cosh(x)
    except OverflowError:
        return _INF

def _tanh(x):
    return math.tanh(x)

def _asinh(x):
    return math.asinh(x)

def _acosh(x):
    return math.acosh(x) if x >= 1 else _NAN

def _atanh(x):
    return math.atanh(x) if -1 < x < 1 else math.copysign(_INF, x) if abs(x) == 1 else _NAN

def _hypot(*xs):
    # With the rounding of JavaScript's own.
    largest = 0.0
    missing = False
    for x in xs:
        if x - x != 0 and x == x:
            return _INF
        missing = missing or x != x
        largest = max(largest, abs(x))
    if missing:
        return _NAN
    if largest == 0:
        return 0.0
    total = 0.0
    lost = 0.0
    for x in xs:
        part = abs(x) / largest
        square = part * part - lost
        rough = total + square
        lost = (rough - total) - square
        total = rough
    return math.sqrt(total) * largest

def _number(x):
    if x is None or x is True or x is False:
        return 1.0 if x else 0.0
    if isinstance(x, str):
        text = x.strip()
        if text == "":
            return 0.0
        if not re.match(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\Z", text):
            return _INF if text in ("Infinity", "+Infinity") else -_INF if text == "-Infinity" else _NAN
        return float(text)
    try:
        return float(x)
    except OverflowError:
        return _INF if x > 0 else -_INF
    except TypeError:
        return _NAN

def _str(x):
    if isinstance(x, str):
        return x
    if x is None:
        return "null"
    if x is True or x is False:
        return "true" if x else "false"
    if x != x:
        return "NaN"
    if x - x != 0:
        return "Infinity" if x > 0 else "-Infinity"
    if x == 0:
        return "0"
    # The shortest digits that stand for the number, as both languages have them; only the notation differs.
    mantissa, _, exponent = repr(abs(float(x))).partition("e")
    whole, _, part = mantissa.partition(".")
    part = "" if part == "0" else part
    digits = (whole + part).lstrip("0")
    point = len(whole) + int(exponent or "0") - (len(whole + part) - len(digits))
    digits = digits.rstrip("0")
    size = len(digits)
    if size <= point <= 21:
        text = digits + "0" * (point - size)
    elif 0 < point <= 21:
        text = digits[:point] + "." + digits[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        e = point - 1
        text = digits[0] + ("." + digits[1:] if size > 1 else "") + "e" + ("+" if e > 0 else "-") + str(abs(e))
    return "-" + text if x < 0 else text

def _bits(a, b):
    return (int(a) if a == a else 0) & b

def _count(x):
    return int(x) if x == x else 0

def _ceil_count(x):
    return math.ceil(x) if x - x == 0 else 0
`;
