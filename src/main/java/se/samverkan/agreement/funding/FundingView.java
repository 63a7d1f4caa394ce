package se.samverkan.agreement.funding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.agreement.text.Party;
import se.samverkan.shared.Money;

/**
 * A funding decision (beslut om bidrag) with what has happened to its money.
 *
 * @param number which decision of the partnership it is, from 1
 * @param caseNumber the case number of the decision, empty where it has none
 * @param party the party that the reader acts for; empty for somebody who only reads
 */
public record FundingView(
        long id,
        long partnership,
        int number,
        long owner,
        long organiser,
        String caseNumber,
        LocalDate decidedOn,
        String purpose,
        Money amount,
        List<Instalment> instalments,
        List<Entry> entries,
        Optional<Party> party) {

    /** When a part of it is paid out. */
    public record Instalment(int number, LocalDate due, Money amount) {}

    /** What can happen to the money, and whose it is to say. */
    public enum Kind {
        REQUISITION(Party.ORGANISER),
        PAYMENT(Party.AGENCY),
        ACCOUNT(Party.ORGANISER),
        REPAYMENT(Party.AGENCY);

        private final Party party;

        Kind(Party party) {
            this.party = party;
        }

        public Party party() {
            return party;
        }
    }

    /**
     * Something that has happened to the money.
     *
     * @param withdrawnWhy why it does not count; empty while it does
     */
    public record Entry(
            long id,
            Kind kind,
            LocalDate day,
            Money amount,
            String words,
            PersonName by,
            Instant at,
            String withdrawnWhy) {

        public boolean counts() {
            return withdrawnWhy.isEmpty();
        }

        Entry by(PersonName person) {
            return new Entry(id, kind, day, amount, words, person, at, withdrawnWhy);
        }
    }

    /** What the entries of a kind that count come to. */
    public Money sum(Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind && entry.counts())
                .map(Entry::amount)
                .reduce(Money.NOTHING, Money::plus);
    }

    /** What of the decision has not been paid out. */
    public Money unpaid() {
        return amount.minus(sum(Kind.PAYMENT));
    }

    /** What has been paid out and is neither accounted for nor paid back; less than nothing where more was used than paid. */
    public Money unaccounted() {
        return sum(Kind.PAYMENT).minus(sum(Kind.ACCOUNT)).minus(sum(Kind.REPAYMENT));
    }

    /** What can still be entered of a kind before it is more than it can be. */
    public Money room(Kind kind) {
        return switch (kind) {
            case REQUISITION, PAYMENT -> amount.minus(sum(kind));
            case REPAYMENT -> sum(Kind.PAYMENT).minus(sum(Kind.REPAYMENT));
            case ACCOUNT -> new Money(Long.MAX_VALUE);
        };
    }

    public Optional<Entry> entry(long wanted) {
        return entries.stream().filter(each -> each.id() == wanted).findFirst();
    }
}
