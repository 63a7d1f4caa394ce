package se.samverkan.records.rendition;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPicture;

/**
 * Slides as a file that PowerPoint and LibreOffice open (Office Open XML): every slide has a real title, every picture its
 * alternative text, and they are read in the order in which they are seen.
 */
public final class SlideDocument {

    private static final Dimension SIZE = new Dimension(960, 540);
    private static final Rectangle TITLE = new Rectangle(48, 28, 864, 88);
    private static final Rectangle PICTURE = new Rectangle(48, 124, 864, 280);
    private static final Rectangle UNDER_PICTURE = new Rectangle(48, 412, 864, 76);
    private static final Rectangle ALONE = new Rectangle(48, 132, 864, 350);
    private static final Rectangle SOURCE = new Rectangle(48, 496, 864, 28);
    private static final Color QUIET = new Color(0x51, 0x60, 0x6f);

    private final XMLSlideShow show;

    private SlideDocument(XMLSlideShow show) {
        this.show = show;
    }

    /** The file. */
    public static byte[] write(Slides slides) {
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.setPageSize(SIZE);
            show.getProperties().getCoreProperties().setTitle(slides.title());
            show.getProperties().getCoreProperties().setCreator(slides.organisation());
            new SlideDocument(show).fill(slides);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            show.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Slides slides) throws IOException {
        first(slides);
        int number = 0;
        for (Slides.Slide slide : slides.slides()) {
            number++;
            one(slide, number);
        }
    }

    private XSLFSlide slide() {
        XSLFSlideMaster master = show.getSlideMasters().getFirst();
        return show.createSlide(master.getLayout(SlideLayout.TITLE_ONLY));
    }

    private void first(Slides slides) {
        XSLFSlide slide = slide();
        title(slide, slides.title(), new Rectangle(48, 160, 864, 110), 36);
        say(slide, List.of(slides.lead(), slides.organisation()), new Rectangle(48, 280, 864, 160), 20, QUIET);
    }

    private void one(Slides.Slide slide, int number) throws IOException {
        XSLFSlide drawn = slide();
        title(drawn, slide.title(), TITLE, 26);
        if (slide.figure().isPresent()) {
            draw(
                    drawn,
                    new Picture(
                            number,
                            slide.figure().get(),
                            Drawing.of(slide.figure().get())));
        }
        say(drawn, slide.sentences(), slide.figure().isPresent() ? UNDER_PICTURE : ALONE, 18, Color.BLACK);
        say(drawn, List.of(slide.source()), SOURCE, 11, QUIET);
    }

    private static void title(XSLFSlide slide, String text, Rectangle where, double size) {
        XSLFTextShape title =
                slide.getPlaceholder(Placeholder.TITLE) instanceof XSLFTextShape shape ? shape : slide.createTextBox();
        title.setAnchor(where);
        title.clearText();
        XSLFTextParagraph paragraph = title.addNewTextParagraph();
        paragraph.setTextAlign(org.apache.poi.sl.usermodel.TextParagraph.TextAlign.LEFT);
        XSLFTextRun run = paragraph.addNewTextRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(true);
    }

    private void draw(XSLFSlide slide, Picture picture) throws IOException {
        XSLFPictureShape shape = slide.createPicture(show.addPicture(picture.png(), PictureType.PNG));
        shape.setAnchor(fitted(picture));
        ((CTPicture) shape.getXmlObject())
                .getNvPicPr()
                .getCNvPr()
                .setDescr(picture.figure().alternative());
    }

    /** As large as there is room for, in the middle. */
    private static Rectangle fitted(Picture picture) {
        double scale = Math.min(
                PICTURE.width / picture.drawing().width(),
                PICTURE.height / picture.drawing().height());
        int width = (int) Math.round(picture.drawing().width() * scale);
        int height = (int) Math.round(picture.drawing().height() * scale);
        return new Rectangle(PICTURE.x + (PICTURE.width - width) / 2, PICTURE.y, width, height);
    }

    private static void say(XSLFSlide slide, List<String> texts, Rectangle where, double size, Color colour) {
        List<String> said = texts.stream().filter(text -> !text.isEmpty()).toList();
        if (said.isEmpty()) {
            return;
        }
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(where);
        box.clearText();
        for (String text : said) {
            XSLFTextRun run = box.addNewTextParagraph().addNewTextRun();
            run.setText(text);
            run.setFontSize(size);
            run.setFontColor(colour);
        }
    }
}
