package se.samverkan.shared.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTests {

    private static final List<Compared> COMPARED =
            List.of(Compared.text("name"), Compared.text("note"), Compared.choice("kind", "calendar.kind."));

    private static final SentForm SHOWN = SentForm.ofVersion(3)
            .with("name", "Norra")
            .with("note", "Rad ett\nrad två")
            .with("kind", "TERM")
            .with("unit", List.of("1", "2"));

    private final SentForm mine = SHOWN.showing(SHOWN);
    private final SentForm now = SHOWN.with(SentForm.VERSION, "4");

    private static Merge merge(SentForm mine, SentForm now) {
        return Merge.of(mine, now, COMPARED);
    }

    @Test
    void takesBothPeoplesChangesToDifferentFields() {
        Merge merge = merge(mine.with("name", "Mitt"), now.with("kind", "HOLIDAY"));

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.form().text("name")).isEqualTo("Mitt");
        assertThat(merge.form().text("kind")).isEqualTo("HOLIDAY");
        assertThat(merge.form().version()).isEqualTo(4);
    }

    @Test
    void showsOnlyTheFieldThatBothChangedAndKeepsTheOwnText() {
        Merge merge = merge(mine.with("name", "Mitt"), now.with("name", "Deras").with("kind", "HOLIDAY"));

        assertThat(merge.conflicts()).containsExactly(new FormAgain.Conflict(Compared.text("name"), "Deras", "Mitt"));
        assertThat(merge.form().text("name")).isEqualTo("Mitt");
        assertThat(merge.form().text("kind")).isEqualTo("HOLIDAY");
    }

    @Test
    void savesTheOwnTextKnowinglyTheSecondTime() {
        SentForm again =
                merge(mine.with("name", "Mitt"), now.with("name", "Deras")).form();

        Merge merge = merge(again, now.with("name", "Deras").with(SentForm.VERSION, "5"));

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.form().text("name")).isEqualTo("Mitt");
    }

    @Test
    void seesNoConflictWhereBothSayTheSame() {
        assertThat(merge(mine.with("name", "Lika"), now.with("name", "Lika")).conflicts())
                .isEmpty();
    }

    @Test
    void takesNoLineBreakOfABrowserForAChange() {
        SentForm sent = mine.with("note", "Rad ett\r\nrad två");

        assertThat(merge(sent, now.with("note", "Ny text")).form().text("note")).isEqualTo("Ny text");
    }

    @Test
    void addsAndTakesAwayBoxesWithoutUndoingTheOthers() {
        Merge merge = merge(mine.with("unit", List.of("2", "3")), now.with("unit", List.of("1", "2", "4")));

        assertThat(merge.form().all("unit")).containsExactlyInAnyOrder("2", "3", "4");
    }

    @Test
    void asksWhenAFormDoesNotTellWhatItShowed() {
        SentForm bare = SHOWN.with("name", "Mitt");

        assertThat(merge(bare, now.with("name", "Deras")).conflicts()).hasSize(1);
    }
}
