package se.samverkan.records.rendition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;

/** Writes what a document says into a Word file, block by block. */
final class WordContent {

    private final XWPFDocument word;
    private final Rendition document;
    private int figures;

    WordContent(XWPFDocument word, Rendition document) {
        this.word = word;
        this.document = document;
    }

    void write() throws IOException, InvalidFormatException {
        paragraph("Organisation", document.organisation());
        paragraph("Title", document.title());
        if (!document.lead().isEmpty()) {
            paragraph("Subtitle", document.lead());
        }
        document.facts().forEach(this::fact);
        for (Block block : document.blocks()) {
            write(block);
        }
        header();
        footer(HeaderFooterType.DEFAULT);
        footer(HeaderFooterType.FIRST);
    }

    private void write(Block block) throws IOException, InvalidFormatException {
        switch (block) {
            case Block.Heading heading -> paragraph("Heading" + heading.level(), heading.text());
            case Block.Paragraph paragraph -> paragraph("Normal", paragraph.text());
            case Block.Note note -> paragraph("Note", note.text());
            case Block.Items items -> items.texts().forEach(text -> paragraph("ListBullet", text));
            case Block.Facts facts -> facts.facts().forEach(this::fact);
            case Block.Table table -> {
                paragraph("Caption", table.caption());
                new WordTable(table).write(word);
                space();
            }
            case Block.Figure figure -> figure(figure);
        }
    }

    private void paragraph(String style, String text) {
        fill(word.createParagraph(), style, text);
    }

    /** Fills a paragraph with text whose line breaks stay. */
    static void fill(XWPFParagraph paragraph, String style, String text) {
        paragraph.setStyle(style);
        XWPFRun run = paragraph.createRun();
        List<String> lines = List.of(text.split("\n", -1));
        for (int line = 0; line < lines.size(); line++) {
            if (line > 0) {
                run.addBreak();
            }
            run.setText(lines.get(line));
        }
    }

    private void fact(Fact fact) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setStyle("Facts");
        XWPFRun label = paragraph.createRun();
        label.setStyle("Label");
        label.setText(fact.label());
        afterTab(paragraph, fact.value());
    }

    private static void afterTab(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        run.addTab();
        run.setText(text);
    }

    /** Room between a table and what follows: a table has no margin of its own. */
    private void space() {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setSpacingAfter(120);
        paragraph.setSpacingBetween(1);
    }

    private void figure(Block.Figure figure) throws IOException, InvalidFormatException {
        Picture picture = new Picture(++figures, figure, Drawing.of(figure));
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setStyle("Figure");
        XWPFRun run = paragraph.createRun();
        XWPFPicture drawn = run.addPicture(
                new ByteArrayInputStream(picture.png()),
                PictureType.PNG,
                picture.name(),
                Math.toIntExact(picture.cx()),
                Math.toIntExact(picture.cy()));
        drawn.getCTPicture().getNvPicPr().getCNvPr().setDescr(figure.alternative());
        var place = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
        place.setName(picture.name());
        place.setDescr(figure.alternative());
        paragraph("FigureCaption", figure.caption());
    }

    private void header() {
        XWPFParagraph paragraph = empty(word.createHeader(HeaderFooterType.DEFAULT));
        paragraph.setStyle("Header");
        paragraph.createRun().setText(document.organisation());
        afterTab(paragraph, document.title());
    }

    private void footer(HeaderFooterType type) {
        PageWords page = PageWords.in(document);
        XWPFParagraph paragraph = empty(word.createFooter(type));
        paragraph.setStyle("Footer");
        document.facts().stream()
                .limit(1)
                .forEach(fact -> paragraph.createRun().setText(fact.label() + " " + fact.value()));
        afterTab(paragraph, page.before());
        field(paragraph, " PAGE ");
        paragraph.createRun().setText(page.between());
        field(paragraph, " NUMPAGES ");
        if (!page.after().isEmpty()) {
            paragraph.createRun().setText(page.after());
        }
    }

    private static XWPFParagraph empty(XWPFHeaderFooter place) {
        return place.getParagraphs().isEmpty()
                ? place.createParagraph()
                : place.getParagraphs().getFirst();
    }

    /** A number that only the reader's program knows. */
    private static void field(XWPFParagraph paragraph, String instruction) {
        CTSimpleField field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(instruction);
        field.addNewR().addNewT().setStringValue(BigInteger.ONE.toString());
    }
}
