package se.samverkan.survey;

import java.time.LocalDate;
import java.util.List;

/** The door to how many voices have been heard in cases: counts of whole cases, for whoever leads or runs them; never of a unit. */
public interface VoicesHeard {

    /** The cases in which surveys or idea rounds were closed since a day. */
    List<Heard> since(LocalDate day);

    /**
     * The voices of a case.
     *
     * @param surveys how many surveys were closed with enough answers to show anything
     * @param answers how many answers these got
     * @param rounds how many idea rounds were closed
     */
    record Heard(long partnership, int surveys, int answers, int rounds) {

        public static Heard nobody(long partnership) {
            return new Heard(partnership, 0, 0, 0);
        }

        public boolean isAnybody() {
            return surveys + rounds > 0;
        }
    }
}
