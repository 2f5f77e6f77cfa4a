// Random expressions over whole vectors, quaternions, lists and lists of lists: what takes or gives more than single values.
// It must not know rewards.
import type { NodeId, ValueType } from "../../runtime/program.ts";
import { add, BOOL, constant, list, NUMBER, type Scope, sameType, TEXT, vector, type Workshop } from "./arbitrary-leaf.ts";

type Maker = () => NodeId;

/** Ways to make a value of a type; `inner` makes its parts. */
export function collectionForms(shop: Workshop, type: ValueType, scope: Scope, inner: (type: ValueType) => NodeId): Maker[] {
  const apply = (operator: string, ...args: Maker[]): Maker => {
    return () => add(shop, { op: "apply", operator, args: args.map((arg) => arg()) }, type, scope);
  };
  const of = (wanted: ValueType): Maker => {
    return () => inner(wanted);
  };
  const whole = (...values: number[]): Maker => {
    return () => constant(shop, shop.choices.pick(values), NUMBER);
  };
  const one = (...makers: Maker[]): Maker => {
    return () => shop.choices.pick(makers)();
  };
  const quaternion = of(vector(4));
  const element = (from: ValueType): Maker => {
    return () => add(shop, { op: "element", args: [inner(from), whole(0, 1, 3)()] }, type, scope);
  };
  const component = (from: ValueType, components: number[], scalar: boolean): Maker => {
    return () => add(shop, { op: "component", args: [inner(from)], components, scalar }, type, scope);
  };

  if (type.kind === "number") return [apply("quat_angle", quaternion, quaternion), apply("quat_yaw", quaternion)];
  if (type.kind === "bool") {
    const pairs = list(vector(2));
    return [
      apply("contains_element", of(pairs), of(vector(2))),
      apply("missing", one(of(NUMBER), of(TEXT), of(vector(2)), of(pairs), of(list(NUMBER)))),
      apply("same", of(pairs), of(pairs)),
    ];
  }
  if (type.kind === "vector") {
    if (type.of === "bool") return [];
    const turned = ["normalize", "reverse", "sort"].map((name) => apply(name, of(type)));
    if (type.size === 2) return [...turned, element(list(vector(2))), apply("concat", of(vector(1)), of(vector(1)))];
    if (type.size === 4) {
      return [
        ...turned,
        apply("quat_mul", quaternion, quaternion),
        apply("quat_conj", quaternion),
        apply("quat_inverse", quaternion),
        apply("quaternion", of(NUMBER), of(NUMBER), of(NUMBER), of(NUMBER)),
        apply("repeat", of(NUMBER), whole(4)),
      ];
    }
    if (type.size !== 3) return [];
    const turns = ["rotate", "unrotate", "rotate_yaw", "unrotate_yaw"].map((name) => apply(name, quaternion, of(type)));
    return [...turned, ...turns, apply("cross", of(type), of(type)), apply("concat", of(vector(2)), of(vector(1)))];
  }
  if (type.kind !== "list") return [];
  const elements: Maker = () => {
    const args = Array.from({ length: 1 + shop.choices.below(2) }, () => inner(type.of));
    return add(shop, { op: "vector", args }, type, scope);
  };
  const forms = [
    elements,
    elements,
    apply("filter", of(type), of(list(BOOL))),
    apply("slice", of(type), whole(0, 1, -1, 0.5), one(whole(0, 1, 9), of(NUMBER))),
    apply("concat", of(type), of(type)),
    apply("unique", of(type)),
    apply("reverse", of(type)),
    apply("repeat", of(type.of), whole(0, 1, 2)),
  ];
  if (sameType(type.of, vector(2))) {
    forms.push(
      apply("rows", one(of(vector(4)), of(list(NUMBER))), whole(2)),
      apply("subtract", of(type), one(of(type), of(vector(2)), of(NUMBER))),
      component(list(vector(3)), [2, 0], false),
    );
  }
  if (type.of.kind === "list") return [...forms, element(list(type)), apply("multiply", of(type), one(of(type), of(NUMBER)))];
  if (type.of.kind === "vector") return forms;
  forms.push(apply("sort", of(type)), element(list(type)));
  if (type.of.kind !== "number") return forms;
  return [
    ...forms,
    component(list(vector(2)), [1], true),
    apply("integers", whole(0, 1, 5), whole(3, 4, 0.5)),
    apply("indices", of(list(TEXT))),
    apply("normalize", of(type)),
  ];
}
