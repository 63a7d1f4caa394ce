package se.samverkan.reporting.review;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The facilitators' own review, on a page. */
@Controller("facilitatorReviewController")
class ReviewController {

    private final Review review;

    ReviewController(Review review) {
        this.review = review;
    }

    @GetMapping("/portfolio/review")
    String show(Model model) {
        model.addAttribute("shown", review.shown());
        return "reporting/review/review";
    }
}
