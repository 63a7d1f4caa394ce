package se.samverkan.analysis.page;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.NamedPart;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.meeting.Discussable;
import se.samverkan.programme.variant.Text;

/** What of an analysis an item of an agenda can be about: its problems and its areas, for those who read it. */
@Configuration(proxyBeanMethods = false)
class AnalysisTopics {

    @Bean
    @Order(3)
    Discussable problemTopics(Chains chains) {
        return new Topics("problem", PartKind.PROBLEM, chains);
    }

    @Bean
    @Order(4)
    Discussable areaTopics(Chains chains) {
        return new Topics("area", PartKind.AREA, chains);
    }

    private record Topics(String kind, PartKind part, Chains chains) implements Discussable {

        @Override
        public List<Topic> of(long partnership, Optional<Long> unit) {
            return chains.named(partnership, unit, part).stream()
                    .map(Topics::topic)
                    .toList();
        }

        private static Topic topic(NamedPart part) {
            return new Topic(Long.toString(part.id()), new Text(part.title(), ""), part.address());
        }
    }
}
