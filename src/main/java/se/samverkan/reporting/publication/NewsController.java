package se.samverkan.reporting.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The form of news (så går det för oss): written for the first time, and written anew until it is handed over. */
@Controller
@RequestMapping("/publishing")
class NewsController {

    private static final String TITLE = "news-title";
    private static final String WORDS = "news-words";

    private final Publications publications;
    private final Saving saving;

    NewsController(Publications publications, Saving saving) {
        this.publications = publications;
        this.saving = saving;
    }

    @GetMapping("/news/new")
    @Transactional(readOnly = true)
    public String empty(Model model) {
        return page(publications.senders(), Optional.empty(), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/news/new")
    String write(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        return saving.save(SentForm.of(fields), new OneForm(publications.senders(), Optional.empty(), model), response);
    }

    @GetMapping("/{id}/edit")
    @Transactional(readOnly = true)
    public String filled(@PathVariable long id, Model model) {
        Publication news = publications.toWrite(id);
        return page(List.of(), Optional.of(news), FormAgain.shown(form(news)), model);
    }

    @PostMapping("/{id}/edit")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Publication news = publications.toWrite(id);
        return saving.save(SentForm.of(fields), new OneForm(List.of(), Optional.of(news), model), response);
    }

    private static SentForm form(Publication news) {
        return SentForm.ofVersion(news.version()).with(TITLE, news.title()).with(WORDS, news.words());
    }

    private static String page(List<Sender> senders, Optional<Publication> news, FormAgain again, Model model) {
        model.addAttribute("senders", senders);
        model.addAttribute("news", news);
        model.addAttribute("again", again);
        return "reporting/publication/news";
    }

    private final class OneForm implements Saving.Form {

        private final List<Sender> senders;
        private final Optional<Publication> news;
        private final Model model;

        OneForm(List<Sender> senders, Optional<Publication> news, Model model) {
            this.senders = senders;
            this.news = news;
            this.model = model;
        }

        private Optional<Sender> sender(SentForm sent) {
            return senders.stream()
                    .filter(each -> senders.size() == 1 || each.key().equals(sent.text("sender")))
                    .findFirst();
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (news.isEmpty() && sender(sent).isEmpty()) {
                errors = errors.with("sender", "publication.error.sender");
            }
            int title = sent.text(TITLE).length();
            if (title == 0 || title > News.MOST_OF_TITLE) {
                errors = errors.with(TITLE, "publication.error.title", News.MOST_OF_TITLE);
            }
            int words = sent.text(WORDS).length();
            if (words == 0 || words > News.MOST_OF_WORDS) {
                errors = errors.with(WORDS, "publication.error.words", News.MOST_OF_WORDS);
            }
            return FreeText.errors(errors, sent, TITLE, WORDS);
        }

        @Override
        public String save(SentForm sent) {
            News written = new News(FreeText.of(sent, TITLE), FreeText.of(sent, WORDS));
            if (news.isPresent()) {
                publications.change(news.get().id(), sent.version(), written);
                return news.get().address();
            }
            return "/publishing/" + publications.write(sender(sent).orElseThrow(), written);
        }

        @Override
        public SentForm now() {
            return news.map(each -> form(publications.toWrite(each.id()))).orElseGet(SentForm::empty);
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text(TITLE), Compared.text(WORDS));
        }

        @Override
        public String page(FormAgain again) {
            return NewsController.page(senders, news, again, model);
        }
    }
}
