-- It only reads, so it can be counted beside the sums of the other rooms (docs/adr/0165).
alter function intervention.tallies(bigint[]) parallel safe cost 200000;
