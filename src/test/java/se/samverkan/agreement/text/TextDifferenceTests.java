package se.samverkan.agreement.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samverkan.agreement.text.AgreementText.AgreedIntervention;
import se.samverkan.agreement.text.AgreementText.Clause;
import se.samverkan.agreement.text.TextDifference.Part;
import se.samverkan.shared.page.WordDifference;
import se.samverkan.shared.page.WordDifference.Change;
import se.samverkan.shared.page.WordDifference.Piece;

/** Two texts are compared clause by clause and word by word. */
class TextDifferenceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rektor ansvarar.           | Rektor ansvarar.             | Rektor ansvarar.
            Rektor ansvarar.           | Rektor och lärare ansvarar.  | Rektor +{och lärare }ansvarar.
            Stöd ges i två år.         | Stöd ges i tre år.           | Stöd ges i -{två}+{tre} år.
            Kommunen betalar, genast.  | Kommunen betalar.            | Kommunen betalar-{, genast}.
            """)
    void marksTheWordsThatChangedAndNoOthers(String before, String after, String marked) {
        assertThat(drawn(WordDifference.between(before, after))).isEqualTo(marked);
    }

    @Test
    void givesBothTextsBackWhole() {
        String before = "Huvudmannen ser till att enheterna har tid.\nRektor leder arbetet, med stöd.";
        String after = "Huvudmannen ser till att alla enheter får tid!\nRektor och arbetsgruppen leder, med stöd.";
        List<Piece> pieces = WordDifference.between(before, after);

        assertThat(without(pieces, Change.ADDED)).isEqualTo(before);
        assertThat(without(pieces, Change.REMOVED)).isEqualTo(after);
    }

    @Test
    void followsAClauseByItsKeyWhereverItStands() {
        AgreementText before = text(new Clause("a", "Syfte", "Bättre skola."), new Clause("b", "Tid", "Tre år."));
        AgreementText after = text(new Clause("b", "Tid", "Tre år."), new Clause("a", "Syfte", "En bättre skola."));

        assertThat(TextDifference.between(before, after, AgreedIntervention::toString))
                .filteredOn(Part::isChanged)
                .extracting(Part::key)
                .containsExactly("a");
    }

    @Test
    void saysWhatIsNewAndWhatIsGoneAsAWhole() {
        AgreementText before = text(new Clause("a", "Syfte", "Bättre skola."));
        AgreementText after = text(new Clause("b", "Tid", "Tre år."));

        assertThat(TextDifference.between(before, after, AgreedIntervention::toString))
                .extracting(Part::key, Part::change)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("b", Change.ADDED),
                        org.assertj.core.groups.Tuple.tuple("a", Change.REMOVED));
    }

    private static AgreementText text(Clause... clauses) {
        return new AgreementText(List.of(clauses), List.of());
    }

    private static String drawn(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece.change()) {
                    case SAME -> piece.words();
                    case REMOVED -> "-{" + piece.words() + "}";
                    case ADDED -> "+{" + piece.words() + "}";
                })
                .collect(Collectors.joining());
    }

    private static String without(List<Piece> pieces, Change change) {
        return pieces.stream()
                .filter(piece -> piece.change() != change)
                .map(Piece::words)
                .collect(Collectors.joining());
    }
}
