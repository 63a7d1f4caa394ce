package se.samverkan.meeting.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.plan.Clashes.Clash;
import se.samverkan.programme.variant.MeetingSeries.PlannedMeeting;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Plans what is left of a series: a day and an hour for each meeting, proposed and open to change, all with one button. */
@Controller("meetingSeriesController")
@RequestMapping("/partnerships/{partnership}/meetings/series/{series}")
class SeriesController {

    private final Planning planning;
    private final Clashes clashes;
    private final Gatherings gatherings;
    private final Saving saving;
    private final TransactionTemplate reading;

    SeriesController(
            Planning planning,
            Clashes clashes,
            Gatherings gatherings,
            Saving saving,
            TransactionTemplate transactions) {
        this.planning = planning;
        this.clashes = clashes;
        this.gatherings = gatherings;
        this.saving = saving;
        this.reading = transactions;
    }

    @GetMapping
    String show(
            @PathVariable long partnership,
            @PathVariable String series,
            @RequestParam(defaultValue = "0") long unit,
            Model model) {
        SeriesPlan plan = plan(partnership, series, unit);
        return page(plan, FormAgain.shown(proposed(plan)), model);
    }

    @PostMapping
    String plan(
            @PathVariable long partnership,
            @PathVariable String series,
            @RequestParam(defaultValue = "0") long unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(
                SentForm.of(fields), new Planned(partnership, plan(partnership, series, unit), model), response);
    }

    private SeriesPlan plan(long partnership, String series, long unit) {
        SeriesPlan plan = reading.execute(
                status -> planning.toPlan(partnership, series, unit == 0 ? Optional.empty() : Optional.of(unit)));
        if (plan == null) {
            throw Refusal.notSeen();
        }
        return plan;
    }

    private static SentForm proposed(SeriesPlan plan) {
        SentForm form = SentForm.empty();
        for (Proposal each : plan.proposals()) {
            form = form.with(day(each), each.day().toString())
                    .with(time(each), each.time().toString());
        }
        return form;
    }

    static String day(Proposal proposal) {
        return "day." + proposal.meeting().key();
    }

    static String time(Proposal proposal) {
        return "time." + proposal.meeting().key();
    }

    private String page(SeriesPlan plan, FormAgain again, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("together", gatherings.together(plan));
        model.addAttribute("again", again);
        return "meeting/plan/series";
    }

    private final class Planned implements Saving.Form {

        private final long partnership;
        private final SeriesPlan plan;
        private final Model model;

        Planned(long partnership, SeriesPlan plan, Model model) {
            this.partnership = partnership;
            this.plan = plan;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            boolean any = false;
            for (Proposal each : plan.proposals()) {
                boolean left = sent.text(day(each)).isEmpty();
                any |= !left;
                if (!left && sent.day(day(each)).isEmpty()) {
                    errors = errors.with(day(each), "meeting.refusal.day");
                }
                if (!left && When.time(sent, time(each)).isEmpty()) {
                    errors = errors.with(time(each), "meeting.refusal.time");
                }
            }
            if (!any) {
                errors = errors.with("", "meeting.refusal.none-chosen");
            }
            if (!MeetingRules.isLink(sent.text("link"))) {
                errors = errors.with("link", "meeting.refusal.link");
            }
            return errors.isEmpty() ? Warned.errors(errors, sent, clashes(sent)) : errors;
        }

        private List<Clash> clashes(SentForm sent) {
            List<Clash> found = new ArrayList<>();
            List<MeetingDraft> drafts = drafts(sent);
            for (int i = 0; i < drafts.size(); i++) {
                MeetingDraft each = drafts.get(i);
                found.addAll(clashes.of(plan, each.starts(), each.ends()));
                drafts.subList(0, i).stream()
                        .filter(other -> other.starts().isBefore(each.ends())
                                && other.ends().isAfter(each.starts()))
                        .forEach(other -> found.add(new Clash(
                                "meeting.clash.other",
                                List.of(
                                        LocalDate.ofInstant(each.starts(), MeetingView.SWEDEN),
                                        other.name().sv()))));
            }
            return found.stream().distinct().toList();
        }

        @Override
        public String save(SentForm sent) {
            if (plan.isCommon()) {
                planning.planTogether(partnership, drafts(sent));
            } else {
                planning.plan(partnership, plan.unitId(), drafts(sent));
            }
            return "/partnerships/" + partnership + "/meetings";
        }

        private List<MeetingDraft> drafts(SentForm sent) {
            return plan.proposals().stream()
                    .flatMap(each -> sent
                            .day(day(each))
                            .flatMap(day -> When.time(sent, time(each)).map(time -> draft(each, day, time, sent)))
                            .stream())
                    .toList();
        }

        private MeetingDraft draft(Proposal proposal, LocalDate day, LocalTime time, SentForm sent) {
            PlannedMeeting meeting = proposal.meeting();
            Instant starts = When.moment(day, time);
            return new MeetingDraft(
                    plan.series().key(),
                    meeting.key(),
                    plan.series().phase(),
                    meeting.name(),
                    starts,
                    starts.plus(Duration.ofMinutes(meeting.minutes())),
                    sent.text("place"),
                    sent.text("link"),
                    meeting.prepare(),
                    meeting.task(),
                    meeting.invited(),
                    meeting.agenda());
        }

        @Override
        public String page(FormAgain again) {
            return SeriesController.this.page(plan, again, model);
        }
    }
}
