package se.samverkan.statistics.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this API is, at the address that Digg's REST API profile gives it (requirement VER.06). */
@RestController
@Tag(name = "about")
class ApiInfoController {

    private final String released;

    ApiInfoController(ObjectProvider<BuildProperties> build) {
        BuildProperties known = build.getIfAvailable();
        this.released = known == null || known.getTime() == null
                ? ""
                : known.getTime().toString().substring(0, 10);
    }

    /** The fields that the profile names. */
    record ApiInfo(String apiName, String apiVersion, String apiReleased, String apiDocumentation, String apiStatus) {}

    @GetMapping("/api/v1/api-info")
    @Operation(
            operationId = "getApiInfo",
            summary = "About this API",
            description = "Name, version, status and papers.")
    ApiInfo info() {
        return new ApiInfo("samverkan", "1.0.0", released, "/api/v1/openapi.json", "active");
    }
}
