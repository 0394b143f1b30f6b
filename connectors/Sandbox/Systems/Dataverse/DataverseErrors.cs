using System.Globalization;
using System.Text.Json.Nodes;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>Dataverse's refusals: <c>{"error":{"code":"0x…","message":…}}</c>. Codes as in its table of web service errors.</summary>
internal static class DataverseErrors
{
    public static DataverseReply NotFound(string id) => Of(404, "0x80040217", $"Entity 'contact' With Id = {id} Does Not Exist");

    public static DataverseReply KeyNotFound() => Of(404, "0x80060891", "A record with the specified key values does not exist in contact entity");

    public static DataverseReply NoResource(string segment) => Of(404, "0x8006088a", $"Resource not found for the segment '{segment}'.");

    public static DataverseReply DuplicateKey(string column) =>
        Of(412, "0x80060892", $"A record that has the attribute values {column} already exists. The entity key requires that this set of attributes contains unique values.");

    public static DataverseReply Exists() => Of(412, "0x80040237", "A record with matching key values already exists.");

    public static DataverseReply VersionMismatch() => Of(412, "0x80060882", "The version of the existing record doesn't match the RowVersion property provided.");

    public static DataverseReply Duplicate() =>
        Of(412, "0x80040333", "A record was not created or updated because a duplicate of the current record already exists.");

    public static DataverseReply TooLong(string column, int length) => Of(400, "0x80044331",
        string.Create(CultureInfo.InvariantCulture, $"A validation error occurred. The length of the '{column}' attribute of the 'contact' entity exceeded the maximum allowed length of '{length}'."));

    public static DataverseReply Unknown(string column) => Of(400, "0x80060888", $"Could not find a property named '{column}' on type 'Microsoft.Dynamics.CRM.contact'.");

    public static DataverseReply Payload(string about) => Of(400, "0x80048d19", $"Error identified in Payload provided by the user for Entity :'contacts', {about}");

    public static DataverseReply BadRequest(string text) => Of(400, "0x80040203", text);

    public static DataverseReply Expired() => Of(400, "0x80044352", "Version stamp associated with the client has expired. Please perform a full sync.");

    public static DataverseReply TooMany(int limit, TimeSpan window, int retryAfter) =>
        Of(429, "0x80072322", string.Create(CultureInfo.InvariantCulture, $"Number of requests exceeded the limit of {limit} over time window of {window.TotalSeconds} seconds."))
            with { Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter.ToString(CultureInfo.InvariantCulture) } };

    public static DataverseReply TooLong(TimeSpan limit, TimeSpan window, int retryAfter) =>
        Of(429, "0x80072321", string.Create(CultureInfo.InvariantCulture, $"Combined execution time of incoming requests exceeded limit of {limit.TotalMilliseconds} milliseconds over time window of {window.TotalSeconds} seconds."))
            with { Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter.ToString(CultureInfo.InvariantCulture) } };

    public static DataverseReply TooManyAtOnce(int limit) =>
        Of(429, "0x80072326", string.Create(CultureInfo.InvariantCulture, $"Number of concurrent requests exceeded the limit of {limit}."))
            with { Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } };

    private static DataverseReply Of(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
