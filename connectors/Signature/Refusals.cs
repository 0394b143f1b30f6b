using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature;

internal static class Refusals
{
    /// <summary>This record is parked, the next ones go on.</summary>
    public static HttpFailureException Park(string code, string detail) => new(new Failure(FailureKind.Refused, code, detail));

    /// <summary>The connection must be mended first.</summary>
    public static HttpFailureException Stop(string code, string detail) => new(new Failure(FailureKind.Denied, code, detail));
}
