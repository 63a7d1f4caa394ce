package se.samverkan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerMapping;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.Trouble;

/** Everything that a controller throws ends here, and becomes words with something to do in them. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemPages pages;

    ProblemAdvice(ProblemPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        Problem problem = Problem.of(refusal, ProblemPages.isApi(request));
        return pages.answer(request, problem, refusal.reason(), refusal.details());
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, InvalidParameterException.class})
    Object tooLarge(HttpServletRequest request) {
        return pages.answer(request, Problem.TOO_LARGE);
    }

    @ExceptionHandler({TypeMismatchException.class, HttpMessageNotReadableException.class})
    Object notUnderstood(HttpServletRequest request) {
        return pages.answer(request, Problem.MALFORMED);
    }

    /** Spring Security's own are for its filters. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException exception) {
        throw exception;
    }

    /** The reader has gone; there is nobody to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {}

    @ExceptionHandler
    @Nullable
    Object anythingElse(Exception exception, HttpServletRequest request) {
        if (exception instanceof ErrorResponse known) {
            return pages.answer(request, Problem.of(known.getStatusCode()));
        }
        Trouble trouble = Trouble.behind(exception);
        if (trouble != Trouble.UNFORESEEN) {
            LOG.error("out of order: {}", trouble.rule());
            return pages.answer(request, Problem.UNAVAILABLE);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        // The pattern of the address, never the address: keys of people and one-time links stand in those.
        Object place = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error("failure {} at {} {}", reference, request.getMethod(), place, exception);
        return pages.answer(request, Problem.FAILURE, "problem.failure.reference", reference);
    }
}
