package se.samverkan.statistics.api;

import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samverkan.shared.page.Words;

/** The machine-readable papers of the API, made when they are first asked for; in both languages, as Digg asks. */
@Configuration(proxyBeanMethods = false)
class ApiPapers {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenApiCustomizer papers(MessageSource messages) {
        return papers -> {
            papers.info(info(messages));
            papers.externalDocs(new ExternalDocumentation()
                    .url("https://www.digg.se/rest-api-profil")
                    .description("REST API-profil 1.2.0"));
            papers.getComponents()
                    .addSchemas(PROBLEM, problem())
                    .addSecuritySchemes(
                            "token",
                            new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
            addProblems(papers);
        };
    }

    private static Info info(MessageSource messages) {
        return new Info()
                .title("Samverkan")
                .version("1.0.0")
                .description(words(messages, Words.SWEDISH) + "\n\n" + words(messages, Words.ENGLISH))
                .termsOfService("https://creativecommons.org/publicdomain/zero/1.0/")
                .contact(new Contact().name("Samverkan"))
                .license(new License().name("EUPL-1.2").url("https://eupl.eu/1.2/en/"));
    }

    private static String words(MessageSource messages, Locale locale) {
        return messages.getMessage("api.description", null, locale);
    }

    /** Problem details, RFC 9457. */
    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"));
    }

    private static void addProblems(OpenAPI papers) {
        papers.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(operation -> {
                    operation.getResponses().addApiResponse("default", problemAnswer());
                }));
    }

    private static ApiResponse problemAnswer() {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("What is wrong, in the reader's language")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }
}
