package se.samverkan.followup.sign;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.shared.page.QrCode;

/** The signs of a plan with what was seen of them: what waits is taken in or set aside; and the code for the staff room's wall. */
@Controller
@RequestMapping("/follow-ups/{plan}/signs")
class SignCodeController {

    private final Signs signs;
    private final FollowedPlans plans;
    private final TransactionTemplate reading;

    SignCodeController(Signs signs, FollowedPlans plans, TransactionTemplate transactions) {
        this.signs = signs;
        this.plans = plans;
        this.reading = transactions;
    }

    @GetMapping
    String show(@PathVariable long plan, Model model) {
        reading.executeWithoutResult(status -> {
            FollowedPlan followed = plans.plan(plan);
            model.addAttribute("followed", followed);
            model.addAttribute("signs", signs.ofPlan(followed));
            model.addAttribute("notes", signs.notes(followed));
            Optional<String> link = signs.code(followed).map(SignCodeController::link);
            model.addAttribute("link", link);
            model.addAttribute("qr", link.map(QrCode::of));
        });
        return "followup/sign/followed";
    }

    private static String link(String code) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(NamelessSignController.UNDER + code)
                .toUriString();
    }

    @PostMapping("/code")
    String open(@PathVariable long plan) {
        signs.openCode(plan);
        return "redirect:/follow-ups/" + plan + "/signs";
    }

    @PostMapping("/code/closing")
    String close(@PathVariable long plan) {
        signs.closeCode(plan);
        return "redirect:/follow-ups/" + plan + "/signs";
    }

    /** Takes a note in that came by the code, or sets it aside; {@code in} is {@code yes} or anything else. */
    @PostMapping("/notes/{note}")
    String settle(@PathVariable long plan, @PathVariable long note, @RequestParam(defaultValue = "") String in) {
        signs.settle(plan, note, in.equals("yes"));
        return "redirect:/follow-ups/" + plan + "/signs";
    }
}
