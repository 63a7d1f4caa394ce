package se.samverkan.notice.todo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.samverkan.access.Actor;
import se.samverkan.notice.ToDos;

/** Whoever has just done something sees it in the number at once. */
@Configuration(proxyBeanMethods = false)
class CountForgetting implements WebMvcConfigurer, HandlerInterceptor {

    private final ToDos todos;

    CountForgetting(ToDos todos) {
        this.todos = todos;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            todos.forgetCount(Actor.current().person());
        }
    }
}
