package se.samverkan.intervention.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.shared.Money;

/**
 * The money of a commission, as far as the reader may know.
 *
 * @param frames what can be invoiced, and of which funding decision
 * @param invoices what has been invoiced, in the order in which it was entered
 */
public record Settlement(CommissionView commission, List<Frame> frames, List<Invoice> invoices) {

    /**
     * What can be invoiced of a funding decision.
     *
     * @param number the number of the decision in its partnership
     */
    public record Frame(long id, long partnership, int number, String organiser, Money amount) {}

    /**
     * What the provider has invoiced.
     *
     * @param withdrawnWhy why it does not count; empty while it does
     */
    public record Invoice(
            long id, long frame, String number, LocalDate day, Money amount, String words, String withdrawnWhy) {

        public boolean counts() {
            return withdrawnWhy.isEmpty();
        }
    }

    public Optional<Frame> frame(long id) {
        return frames.stream().filter(each -> each.id() == id).findFirst();
    }

    public Money framed() {
        return frames.stream().map(Frame::amount).reduce(Money.NOTHING, Money::plus);
    }

    public Money invoiced() {
        return sum(invoices);
    }

    public Money invoiced(Frame frame) {
        return sum(invoices.stream().filter(each -> each.frame() == frame.id()).toList());
    }

    /** What can still be invoiced of a frame. */
    public Money left(Frame frame) {
        return frame.amount().minus(invoiced(frame));
    }

    private static Money sum(List<Invoice> some) {
        return some.stream().filter(Invoice::counts).map(Invoice::amount).reduce(Money.NOTHING, Money::plus);
    }
}
