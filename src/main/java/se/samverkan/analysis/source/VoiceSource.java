package se.samverkan.analysis.source;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.chain.Heard;
import se.samverkan.shared.page.Words;
import se.samverkan.survey.Voices;
import se.samverkan.survey.Voices.Told;
import se.samverkan.survey.Voices.Way;

/** What the unit's closed surveys and idea rounds came to: never more than anybody who reads them may see. */
@Component
@Order(1)
class VoiceSource implements EvidenceSource {

    static final String KIND = "voice";

    private final Voices voices;

    VoiceSource(Voices voices) {
        this.voices = voices;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Choice> of(AnalysisView analysis, Words words) {
        return voices.told(analysis.partnership(), analysis.unit()).stream()
                .map(told -> choice(told, words))
                .toList();
    }

    private Choice choice(Told told, Words words) {
        String name = words.text("analysis.source.voice." + told.way(), told.title(), words.day(told.day()));
        return new Choice(
                kind(),
                id(told),
                name,
                name,
                told.way() == Way.SURVEY ? EvidenceKind.SURVEY : EvidenceKind.VOICE,
                told.heard().map(Enum::name).map(Heard::valueOf),
                told.address());
    }

    private static String id(Told told) {
        return told.way() + "-" + told.id();
    }

    @Override
    public Optional<String> text(AnalysisView analysis, Choice choice, Words words) {
        return voices.told(analysis.partnership(), analysis.unit()).stream()
                .filter(told -> id(told).equals(choice.id()))
                .findFirst()
                .flatMap(told -> voices.words(told, words));
    }
}
