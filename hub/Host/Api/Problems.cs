using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationHub.Host.Api;

/// <summary>Every error the API answers with (RFC 9457): a stable type, and a detail that says what to do next.</summary>
public static class Problems
{
    private const string Types = "urn:integrationhub:problem:";

    public static ProblemHttpResult Unknown(string what) =>
        Of(StatusCodes.Status404NotFound, "unknown", "Nothing here", $"There is no such {what}, or your contract does not cover it.");

    /// <summary>A golden id whose check character does not fit.</summary>
    public static ProblemHttpResult Mistyped() =>
        Of(StatusCodes.Status404NotFound, "unknown", "Nothing here", "This is not a golden id: eight letters or digits and a check character that fits them. Compare it with where it was copied from.");

    public static ProblemHttpResult Erased() =>
        Of(StatusCodes.Status410Gone, "erased", "Erased", "This person was erased (RGPD article 17). Delete what you hold under this id.");

    public static ProblemHttpResult CursorExpired(string detail) => Of(StatusCodes.Status410Gone, "cursor-expired", "Cursor expired", detail);

    public static ProblemHttpResult Invalid(string parameter, string detail) => TypedResults.Problem(
        detail, statusCode: StatusCodes.Status400BadRequest, title: "Not usable as sent", type: Types + "invalid",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["parameter"] = parameter });

    /// <summary>A configuration document with every error found: file, line, and the nearest valid word.</summary>
    public static ProblemHttpResult WrongDocument(IEnumerable<Connectors.Abstractions.Documents.DocumentError> errors) => TypedResults.Problem(
        "The document is not usable: correct the lines named in 'errors'. Nothing was changed.",
        statusCode: StatusCodes.Status422UnprocessableEntity, title: "Document not usable", type: Types + "document",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors.Select(error => error.ToString()).ToList() });

    public static ProblemHttpResult TooMuch(long cap) => Of(
        StatusCodes.Status409Conflict, "replay-cap", "More than the cap", $"More than {cap} changes would be sent again: look at the preview, then ask with a greater 'cap'.");

    public static ProblemHttpResult Loop(int times) => Of(
        StatusCodes.Status409Conflict, "replay-loop", "Set back too often", $"The subscription was set back {times} times within the hour: find out why the receiver loses what it is sent, then try again later.");

    public static ProblemHttpResult Contradicts(IReadOnlyList<long> decisions) => TypedResults.Problem(
        "It contradicts decisions in force: undo those first if they were wrong.",
        statusCode: StatusCodes.Status409Conflict, title: "Contradiction", type: Types + "contradicts",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["decisions"] = decisions });

    /// <param name="issues">What could not be mapped.</param>
    /// <param name="rejected">Where the record is kept.</param>
    public static ProblemHttpResult Unusable(IReadOnlyList<SubmitDoors.Issue> issues, Guid rejected) => TypedResults.Problem(
        "The connection's mapping finds no person, organisation or item in it. The record is kept among the rejected ones: correct it and post it again, or have the mapping mended and replay it.",
        statusCode: StatusCodes.Status422UnprocessableEntity, title: "Record not usable", type: Types + "record-unusable",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["issues"] = issues, ["rejected"] = rejected });

    public static ProblemHttpResult Settled() =>
        Of(StatusCodes.Status409Conflict, "settled", "Already settled", "The task is not open any more: read it again.");

    public static ProblemHttpResult NotAllowed(string detail) => Of(StatusCodes.Status403Forbidden, "not-allowed", "Not allowed", detail);

    public static ProblemHttpResult Busy(string detail) => Of(StatusCodes.Status409Conflict, "busy", "Not now", detail);

    public static ProblemHttpResult WrittenThrough(string subscription) => Of(
        StatusCodes.Status409Conflict, "written-through", "Still written through", $"The subscription \"{subscription}\" writes through this connection: remove it first, or have it write through another.");

    /// <summary>Type and title for a status no endpoint explained itself: refused at the door, a wrong method, a failure.</summary>
    public static (string Type, string Title, string Detail) ForStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => (Types + "invalid", "Not usable as sent", "Compare the request with the API description at /openapi/v1.json."),
        StatusCodes.Status401Unauthorized => (Types + "unauthenticated", "Who are you?", "Send 'Authorization: Bearer ihk_…' with a key of this hub; an architect makes one with 'keys create'."),
        StatusCodes.Status403Forbidden => (Types + "not-allowed", "Not allowed", "Your role does not cover this operation."),
        StatusCodes.Status404NotFound => (Types + "unknown", "Nothing here", "Compare the address with the API description at /openapi/v1.json."),
        StatusCodes.Status405MethodNotAllowed => (Types + "method", "Wrong method", "Compare the method with the API description at /openapi/v1.json."),
        StatusCodes.Status413PayloadTooLarge => (Types + "too-large", "Too large", "A request holds at most 2 MiB: send one record at a time, or a file by 'import'."),
        StatusCodes.Status415UnsupportedMediaType => (Types + "media-type", "Wrong media type", "Send JSON with 'Content-Type: application/json'."),
        _ => (Types + "failed", "Failed", "The hub could not answer; nothing was changed. Try again; if it lasts, give the trace id to your architect."),
    };

    private static ProblemHttpResult Of(int status, string type, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: Types + type);
}
