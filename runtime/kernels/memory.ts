// Kernels that look at the row before: `prev`, and tracks as a `state` with its `previous` value.
// The rows of an episode are computed in order. It must not know what a track means.
import { FIRST, START } from "../frame.ts";
import type { NodeId } from "../program.ts";
import type { Kernel, Wiring } from "./kernel.ts";

/** `prev(x, init)`: x on the row before; x itself on the start state; on a first step without it `init`, else x. */
export function buildPrev(args: readonly NodeId[], wiring: Wiring): Kernel {
  if (wiring.out.stride === 0) return prevItems(args, wiring);
  const { out, current } = wiring;
  const x = wiring.operand(args[0]);
  const init = args.length > 1 ? wiring.operand(args[1]) : x;
  const stride = out.stride;
  wiring.lasting(x.column);
  return (from, to) => {
    const flags = current.block.frame.flags;
    const [o, data, other] = [out.data, x.column.data, init.column.data];
    for (let row = from; row < to; row++) {
      const first = flags[row];
      const afterStart = first === 0 && flags[row - 1] >= START;
      for (let i = row * stride; i < (row + 1) * stride; i++) {
        if (first === FIRST) o[i] = other[i & init.mask];
        else if (first !== 0) o[i] = data[i & x.mask];
        else {
          const before = data[(i - stride) & x.mask];
          o[i] = afterStart && Number.isNaN(before) ? other[i & init.mask] : before;
        }
      }
    }
  };
}

function prevItems(args: readonly NodeId[], wiring: Wiring): Kernel {
  const { out, current } = wiring;
  const x = wiring.reader(args[0]);
  const init = args.length > 1 ? wiring.reader(args[1]) : x;
  return (from, to) => {
    const flags = current.block.frame.flags;
    for (let row = from; row < to; row++) {
      const first = flags[row];
      if (first === FIRST) out.items[row] = init(row);
      else if (first !== 0) out.items[row] = x(row);
      else out.items[row] = x(row - 1) ?? (flags[row - 1] >= START ? init(row) : null);
    }
  };
}

/** A track: `starts` in the start state, then `next`; where that is undefined, the value it had. */
export function buildState(args: readonly NodeId[], wiring: Wiring): Kernel {
  const { out, current } = wiring;
  if (out.stride === 0) {
    const [starts, next] = args.map((arg) => wiring.reader(arg));
    return (from, to) => {
      const flags = current.block.frame.flags;
      for (let row = from; row < to; row++) {
        const kept = flags[row] === 0 ? out.items[row - 1] : starts(row);
        out.items[row] = flags[row] >= START ? kept : (next(row) ?? kept);
      }
    };
  }
  const [starts, next] = args.map((arg) => wiring.operand(arg));
  const stride = out.stride;
  wiring.lasting(out);
  return (from, to) => {
    const flags = current.block.frame.flags;
    const [o, s, n] = [out.data, starts.column.data, next.column.data];
    for (let row = from; row < to; row++) {
      for (let i = row * stride; i < (row + 1) * stride; i++) {
        const kept = flags[row] === 0 ? o[i - stride] : s[i & starts.mask];
        const value = n[i & next.mask];
        o[i] = flags[row] >= START || Number.isNaN(value) ? kept : value;
      }
    }
  };
}

/** The value of a track on the row before, `starts` on the first row. */
export function buildPrevious(of: NodeId, start: NodeId, wiring: Wiring): Kernel {
  const { out, current } = wiring;
  const state = wiring.column(of);
  if (out.stride === 0) {
    const starts = wiring.reader(start);
    return (from, to) => {
      const flags = current.block.frame.flags;
      for (let row = from; row < to; row++) out.items[row] = flags[row] === 0 ? state.items[row - 1] : starts(row);
    };
  }
  const starts = wiring.operand(start);
  const stride = out.stride;
  wiring.lasting(state);
  return (from, to) => {
    const flags = current.block.frame.flags;
    const [o, s, before] = [out.data, starts.column.data, state.data];
    for (let row = from; row < to; row++) {
      for (let i = row * stride; i < (row + 1) * stride; i++) o[i] = flags[row] === 0 ? before[i - stride] : s[i & starts.mask];
    }
  };
}
