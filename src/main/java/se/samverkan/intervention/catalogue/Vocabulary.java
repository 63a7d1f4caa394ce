package se.samverkan.intervention.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.SchoolForms;
import se.samverkan.organisation.SchoolForms.SchoolForm;
import se.samverkan.shared.page.Words;

/**
 * What stands in a form or a file, as what it means: a theme, a level, a municipality. A file says it in Swedish or in English, a form
 * by its code; either is understood.
 */
@Component
class Vocabulary {

    private final MessageSource messages;
    private final Directory directory;
    private final SchoolForms forms;

    Vocabulary(MessageSource messages, Directory directory, SchoolForms forms) {
        this.messages = messages;
        this.directory = directory;
        this.forms = forms;
    }

    /** The words as they are just now; read anew for every form and file, since municipalities and school forms change. */
    Spoken spoken() {
        Map<String, String> places = new HashMap<>();
        Map<String, String> placeNames = new HashMap<>();
        directory.municipalities().forEach(each -> {
            places.put(plain(each.name()), each.code());
            places.put(each.code(), each.code());
            placeNames.put(each.code(), each.name());
        });
        List<SchoolForm> today = forms.today();
        return new Spoken(this, places, placeNames, today);
    }

    /** The words of one moment. */
    static final class Spoken {

        private final Vocabulary vocabulary;
        private final Map<String, String> places;
        private final Map<String, String> placeNames;
        private final List<SchoolForm> forms;

        private Spoken(
                Vocabulary vocabulary,
                Map<String, String> places,
                Map<String, String> placeNames,
                List<SchoolForm> forms) {
            this.vocabulary = vocabulary;
            this.places = places;
            this.placeNames = placeNames;
            this.forms = forms;
        }

        /** The value that is called so. */
        <E extends Enum<E> & Choice> Optional<E> value(Class<E> type, String said) {
            String wanted = plain(said);
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> plain(each.name()).equals(wanted)
                            || plain(vocabulary.words(Words.SWEDISH).text(each.key()))
                                    .equals(wanted)
                            || plain(vocabulary.words(Words.ENGLISH).text(each.key()))
                                    .equals(wanted))
                    .findFirst();
        }

        /** The code of a municipality by its name or code. */
        Optional<String> place(String said) {
            return Optional.ofNullable(places.get(plain(said)));
        }

        String placeName(String code) {
            return placeNames.getOrDefault(code, code);
        }

        /** The code of a school form by its name or code. */
        Optional<String> form(String said) {
            String wanted = plain(said);
            return forms.stream()
                    .filter(each -> plain(each.code()).equals(wanted)
                            || plain(each.swedish()).equals(wanted)
                            || plain(each.english()).equals(wanted))
                    .map(SchoolForm::code)
                    .findFirst();
        }

        String formName(String code, Words words) {
            return forms.stream()
                    .filter(each -> each.code().equals(code))
                    .map(each -> each.name(words.locale().getLanguage()))
                    .findFirst()
                    .orElse(code);
        }

        List<SchoolForm> forms() {
            return forms;
        }
    }

    private Words words(Locale locale) {
        return new Words(messages, locale);
    }

    static String plain(String said) {
        return said.strip().toLowerCase(Locale.ROOT);
    }
}
