package se.samverkan.selection.candidate;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import se.samverkan.selection.candidate.Candidate.Need;
import se.samverkan.statistics.chart.Whisker;

/** The scale that the pictures of all needs in a list share, so that they can be compared by the eye. */
record Scale(double low, double high) {

    static Scale of(CandidateList list) {
        DoubleSummaryStatistics ends = list.candidates().stream()
                .map(Candidate::need)
                .filter(need -> need.index().isPresent())
                .flatMapToDouble(need -> DoubleStream.of(
                        need.index().getAsDouble() - need.reach(), need.index().getAsDouble() + need.reach()))
                .summaryStatistics();
        return ends.getCount() == 0 || ends.getMin() >= ends.getMax()
                ? new Scale(-1, 1)
                : new Scale(ends.getMin(), ends.getMax());
    }

    /** The dot and interval of a need; nothing where there is none. */
    String draw(Need need) {
        if (need.index().isEmpty()) {
            return "";
        }
        double index = need.index().getAsDouble();
        return new Whisker(low, high).draw(index - need.reach(), index, index + need.reach());
    }
}
