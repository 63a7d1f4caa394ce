package se.samverkan.intervention.commission;

/** What became of a commission in numbers, told by the part that knows: it is kept with the provider's report. */
public interface Delivered {

    Summary of(CommissionView commission);

    /**
     * The numbers.
     *
     * @param planned how many occasions the plan has
     * @param untold how many have been and nobody has told of
     * @param minutes how long those that were held were together
     */
    record Summary(int planned, int held, int cancelled, int untold, int minutes) {}
}
