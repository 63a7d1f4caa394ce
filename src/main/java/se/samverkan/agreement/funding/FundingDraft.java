package se.samverkan.agreement.funding;

import java.time.LocalDate;
import java.util.List;
import se.samverkan.agreement.funding.FundingView.Instalment;
import se.samverkan.shared.Money;

/**
 * A funding decision that is to be entered.
 *
 * @param instalments when it is paid out; none where that is not decided
 */
public record FundingDraft(
        String caseNumber, LocalDate decidedOn, String purpose, Money amount, List<Instalment> instalments) {

    /** What the instalments come to. */
    Money instalmentSum() {
        return instalments.stream().map(Instalment::amount).reduce(Money.NOTHING, Money::plus);
    }
}
