// Similarity and n-grams, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as editDistance } from "./edit-distance.ts";
import { operator as ngramRepetition } from "./ngram-repetition.ts";
import { operator as ngrams } from "./ngrams.ts";
import { operator as similarity } from "./similarity.ts";
import { operator as tokenF1 } from "./token-f1.ts";

export const operators: readonly Operator[] = [similarity, editDistance, tokenF1, ngramRepetition, ngrams];
