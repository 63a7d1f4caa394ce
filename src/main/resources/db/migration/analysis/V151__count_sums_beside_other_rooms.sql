-- It only reads, so it can be counted beside the sums of the other rooms (docs/adr/0165).
alter function analysis.tallies(bigint[]) parallel safe cost 500000;
