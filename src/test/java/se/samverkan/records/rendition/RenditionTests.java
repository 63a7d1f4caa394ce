package se.samverkan.records.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.samverkan.records.rendition.Block.Column;
import se.samverkan.records.rendition.Block.Facts;
import se.samverkan.records.rendition.Block.Figure;
import se.samverkan.records.rendition.Block.Heading;
import se.samverkan.records.rendition.Block.Items;
import se.samverkan.records.rendition.Block.Paragraph;
import se.samverkan.records.rendition.Block.Table;

/** A document refuses what it could not show well. */
class DocumentTests {

    private static final String SVG = "<svg viewBox=\"0 0 10 10\"><path d=\"M0 0H5\"/></svg>";

    @Test
    void refusesADocumentWithoutTitleLanguageOrBlocks() {
        refuses(() -> document(Locale.ROOT, "Titel", new Paragraph("Text")), "language");
        refuses(() -> document(Locale.ENGLISH, " \u0000\n", new Paragraph("Text")), "Empty title");
        refuses(() -> document(Locale.ENGLISH, "Titel"), "at least one block");
    }

    @Test
    void refusesAHeadingThatSkipsALevel() {
        refuses(() -> Specimen.of(new Heading(2, "Först")), "\"Först\" is of level 2 but stands under level 0");
        refuses(() -> Specimen.of(new Heading(1, "Ett"), new Heading(3, "Tre")), "\"Tre\" is of level 3");
        refuses(() -> new Heading(4, "Fyra"), "level 4, not 1 to 3");
        Specimen.of(new Heading(1, "1"), new Heading(2, "2"), new Heading(3, "3"), new Heading(1, "1 igen"));
    }

    @Test
    void refusesARowWithTooManyOrTooFewCells() {
        List<Column> columns = List.of(Column.text("Skola"), Column.numbers("Elever"));

        refuses(() -> new Table("T", columns, List.of(List.of("A"))), "\"T\" has 2 columns but a row of 1 cells: [A]");
        refuses(() -> new Table("T", columns, List.of(List.of("", "1"))), "first cell of a row in \"T\"");
        refuses(() -> new Table("T", columns, List.of()), "needs at least one part");
        refuses(() -> new Table(" ", columns, List.of(List.of("A", "1"))), "caption");
        refuses(() -> Column.text(""), "heading of a column");
    }

    @Test
    void refusesAFigureThatNobodyCouldReadOrThatRefersElsewhere() {
        refuses(() -> new Figure(SVG, "", "Figur"), "alternative text");
        refuses(() -> new Figure(SVG, "Linje", ""), "caption");
        refuses(() -> new Figure("<svg>", "Linje", "Figur"), "not whole");
        refuses(() -> new Figure("<svg/>", "Linje", "Figur"), "viewBox");
        refuses(() -> new Figure("<p/>", "Linje", "Figur"), "svg element");
        refuses(() -> new Figure(with("<script/>"), "Linje", "Figur"), "<script>");
        refuses(() -> new Figure(with("<image href=\"file:/etc/passwd\"/>"), "Linje", "Figur"), "<image>");
        refuses(() -> new Figure(with("<use href=\"https://a.example/b\"/>"), "Linje", "Figur"), "https://a.example/b");
        refuses(() -> new Figure("<!DOCTYPE svg>" + SVG, "Linje", "Figur"), "DOCTYPE");
    }

    @Test
    void drawsTheWordsOfAFigureWithoutTheFontsOfTheMachine() {
        String svg = "<svg viewBox=\"0 0 100 20\" font-size=\"10\"><g text-anchor=\"end\">"
                + "<text x=\"80\" y=\"15\" fill=\"#123456\">i i</text></g></svg>";
        String drawn = Drawing.of(new Figure(svg, "Linje", "Figur")).markup();

        assertThat(drawn).doesNotContain("<text").contains("<path d=\"M7").contains("fill=\"#123456\"");
        assertThat(Drawing.of(new Figure(Specimen.svg(), "Linje", "Figur")).markup())
                .doesNotContain("<text");
    }

    @Test
    void refusesEmptyParts() {
        refuses(() -> new Paragraph(" \n "), "Empty paragraph");
        refuses(() -> new Items(List.of()), "A list");
        refuses(() -> new Items(List.of("Ett", "")), "item of a list");
        refuses(() -> new Facts(List.of()), "facts");
        refuses(() -> new Fact("Datum", ""), "value of \"Datum\"");
    }

    @Test
    void keepsTextAsTextAndLeavesOutWhatIsNone() {
        assertThat(new Paragraph("a\u030aA\r\nb\t c\u0000\n\n d").text()).isEqualTo("åA\nb c\n\nd");
        assertThat(new Heading(1, "Två\nrader\ud83d \u202etill").text()).isEqualTo("Två rader till");
    }

    private static String with(String part) {
        return "<svg viewBox=\"0 0 10 10\">" + part + "</svg>";
    }

    private static Rendition document(Locale language, String title, Block... blocks) {
        return new Rendition(language, "Myndigheten", title, "", List.of(), List.of(blocks), Specimen.MADE);
    }

    private static void refuses(ThrowingCallable made, String why) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessageContaining(why);
    }
}
