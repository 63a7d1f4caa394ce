package se.samverkan.reporting.after;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.access.Role;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** In the demonstration a year has passed since a partnership was closed: one of its schools has answered what lives on, one has not yet. */
@Configuration(proxyBeanMethods = false)
class InventedYears {

    private record Part(String step, Role teller, int number, Runnable deed) implements InventedStory {

        @Override
        public void tell() {
            deed.run();
        }
    }

    @Bean
    @Order(75)
    InventedStory inventedYearBorn(YearBearing bearing) {
        return new Part("reporting-years", Role.PROGRAMME_OFFICER, 0, bearing::bear);
    }

    @Bean
    @Order(76)
    InventedStory inventedYearAnswered(YearsAfter years, MessageSource messages) {
        FreeText words = new FreeText(messages.getMessage("reporting.after.invented.answer", null, Words.SWEDISH), "");
        return new Part(
                "reporting-year-answered",
                Role.HEAD_TEACHER,
                1,
                () -> years.waiting()
                        .forEach(each -> years.answer(
                                each.partnership(), each.year(), each.unit(), YearAfter.Lives.LESS.name(), words)));
    }
}
