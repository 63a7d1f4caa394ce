package se.samverkan.records.rendition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import se.samverkan.records.rendition.Block.Column;
import se.samverkan.records.rendition.Block.Facts;
import se.samverkan.records.rendition.Block.Figure;
import se.samverkan.records.rendition.Block.Heading;
import se.samverkan.records.rendition.Block.Items;
import se.samverkan.records.rendition.Block.Note;
import se.samverkan.records.rendition.Block.Paragraph;
import se.samverkan.records.rendition.Block.Table;
import se.samverkan.shared.page.Words;

/** A decision with every kind of block, å ä ö, a long table, long words and a hostile string. */
final class Specimen {

    static final Instant MADE = Instant.parse("2027-03-12T13:05:42.123Z");
    static final String LONG_WORD = "Kvalitetsutvecklingssamordningsansvarsfördelningsöverenskommelsebilagan".repeat(3);

    private Specimen() {}

    static Rendition swedish() {
        return document(Words.SWEDISH, "Exempelmyndigheten", "Beslut om vilka skolor som erbjuds stöd läsåret 2027/28");
    }

    static Rendition english() {
        return document(
                Words.ENGLISH, "The Example Agency", "Decision on which schools are offered support in 2027/28");
    }

    static Rendition of(Block... blocks) {
        return new Rendition(Words.SWEDISH, "Exempelmyndigheten", "Beslut", "", List.of(), List.of(blocks), MADE);
    }

    private static Rendition document(Locale language, String organisation, String title) {
        return new Rendition(
                language,
                organisation,
                title,
                "Sex skolor erbjuds stöd från och med höstterminen 2027. De valdes genom lottning bland de tolv skolor som "
                        + "har störst behov.",
                List.of(
                        new Fact("Diarienummer", "2027:00123"),
                        new Fact("Datum", "12 mars 2027"),
                        new Fact("Beslutsfattare", "Åsa Öberg, enhetschef"),
                        new Fact("Föredragande", "Erik Ängström")),
                blocks(),
                MADE);
    }

    private static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(
                new Heading(1, "Beslut"),
                new Paragraph(
                        "Exempelmyndigheten beslutar att erbjuda de sex skolor som står i tabellen nedan en plats i "
                                + "programmet. Varje huvudman svarar senast den 30 april 2027. En skola som tackar nej ersätts av "
                                + "nästa par i lottningens ordning."),
                new Items(List.of(
                        "Huvudmannen får erbjudandet samma dag som beslutet fattas.",
                        "Stödet börjar med en gemensam nulägesanalys under höstterminen, där rektor, lärare och huvudman "
                                + "tillsammans tar reda på vad som är svårt och varför.",
                        "Beslutet gäller till och med den 30 juni 2030.")),
                new Heading(2, "Skolor som erbjuds en plats"),
                schools(6),
                new Heading(2, "Så valdes skolorna"),
                new Paragraph(
                        "Behovet räknades fram ur tre års resultat, med hänsyn till elevernas bakgrund. Skolor som redan "
                                + "får annat stöd togs undan före lottningen.\nLottningen gjordes i par, så att varje skola som "
                                + "erbjuds stöd har en jämförelseenhet som liknar den."),
                new Figure(
                        svg(),
                        "Två linjer över tio år. Skolan ligger under liknande skolor hela tiden.",
                        "Figur 1. Andel elever med godkänt i alla ämnen, i procent, 2017\u20132026."),
                new Heading(3, "Underlaget"),
                new Facts(List.of(
                        new Fact("Fryst", "3 mars 2027 kl. 09.12"),
                        new Fact("Kontrollsumma", "9f2c 41aa 07d3 5be8"),
                        new Fact("Frö", "8841 0027 5513"))),
                new Note(
                        "Siffrorna är hämtade från Skolverkets öppna data den 1 mars 2027. Små tal är osäkra, och därför "
                                + "räknas tre år ihop."),
                new Heading(1, "Skäl för beslutet"),
                new Paragraph("Ord som är långa bryts: " + LONG_WORD
                        + ". Märken visas som de skrivs: <script>alert('å')" + "</script> & \"citat\"."),
                new Heading(1, "Bilaga: alla skolor som kunde väljas"),
                schools(200)));
        return blocks;
    }

    static Table schools(int rows) {
        return new Table(
                rows > 10 ? "Skolor i urvalet" : "Skolor som erbjuds en plats",
                List.of(
                        Column.text("Skola"),
                        Column.text("Huvudman"),
                        Column.numbers("Elever"),
                        Column.numbers("Behov")),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> List.of(
                                i % 17 == 0
                                        ? "Skolan vid ån i Örkelljungas norra kommundel nummer " + i
                                        : "Åsskolan " + i,
                                i % 3 == 0 ? "Överby kommun" : "Sjöstads kommun",
                                i % 5 == 0 ? "" : String.valueOf(100 + i * 3),
                                "1,%02d".formatted(i % 100)))
                        .toList());
    }

    static String svg() {
        return "<svg class=\"chart\" viewBox=\"0 0 340 176\" role=\"img\" aria-labelledby=\"x-t\" font-size=\"12\">"
                + "<title id=\"x-t\">Titel</title><path class=\"c-grid\" fill=\"none\" stroke=\"#DEDAD1\" d=\"M34 18H250M34 84H250M34 150H250\"/>"
                + "<path fill=\"#DEDAD1\" fill-opacity=\"0.5\" d=\"M34 60L250 50L250 80L34 95Z\"/>"
                + "<path fill=\"none\" stroke=\"#17594F\" stroke-width=\"2\" d=\"M34 120L80 110L130 126L180 100L250 96\"/>"
                + "<text x=\"256\" y=\"70\" fill=\"#51606F\">Liknande skolor</text>"
                + "<text x=\"256\" y=\"100\" fill=\"#17594F\" font-weight=\"600\">Åsskolan</text>"
                + "<g text-anchor=\"end\" fill=\"#51606F\"><text x=\"29\" y=\"154\">0</text><text x=\"29\" y=\"88\">50</text><text x=\"29\" y=\"22\">100</text></g>"
                + "</svg>";
    }
}
