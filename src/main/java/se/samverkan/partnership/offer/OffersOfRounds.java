package se.samverkan.partnership.offer;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.Standing;
import se.samverkan.programme.VariantView;
import se.samverkan.programme.Variants;
import se.samverkan.selection.ExclusionHint;
import se.samverkan.selection.OfferWatch;
import se.samverkan.shared.Period;

/**
 * What selection rounds are told: whether an offer has been made for one, whoever asks; and what the actor may know of a
 * unit's partnerships that could be a reason to leave it out.
 */
@Component
class OffersOfRounds implements OfferWatch, ExclusionHint {

    private final JdbcClient database;
    private final Variants variants;

    OffersOfRounds(JdbcClient database, Variants variants) {
        this.database = database;
        this.variants = variants;
    }

    private record Part(String variant, int firstTerm, Standing standing) {}

    @Override
    @Transactional(readOnly = true)
    public boolean hasOffers(long round) {
        return database.sql("select partnership.has_offers(?)")
                .param(round)
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Hint> hints(long unit) {
        List<Hint> hints = new ArrayList<>();
        for (Part part : parts(unit)) {
            Period term = Period.ofKey(part.firstTerm());
            List<Object> details = List.of(name(part.variant()), term.toString());
            if (part.standing() == Standing.DECLINED) {
                hints.add(new Hint(Ground.DECLINED_BEFORE, "partnership.offer.hint.declined", details));
            } else if (part.standing().isLive() && part.standing() != Standing.PROPOSED) {
                hints.add(new Hint(Ground.OTHER_SUPPORT, "partnership.offer.hint.live", details));
            }
        }
        return hints;
    }

    private List<Part> parts(long unit) {
        return database.sql("""
                        select p.variant, p.first_term, n.standing from partnership.participation n
                        join partnership.partnership p on p.id = n.partnership
                        where n.unit = ? order by p.first_term desc, p.id desc
                        """)
                .param(unit)
                .query((row, n) -> new Part(
                        row.getString("variant"),
                        row.getInt("first_term"),
                        Standing.valueOf(row.getString("standing"))))
                .list();
    }

    private String name(String variant) {
        return variants.find(variant).map(VariantView::swedish).orElse(variant);
    }
}
