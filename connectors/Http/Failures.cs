using System.Text.Json;
using System.Xml;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http;

/// <summary>Turns whatever a foreign system's answer made of our code back into a failure value.</summary>
public static class Failures
{
    /// <returns>Null when the exception is a defect of ours, which must be seen.</returns>
    public static Failure? Of(Exception error) => error switch
    {
        HttpFailureException own => own.Failure,
        JsonException or XmlException or KeyNotFoundException or FormatException => HttpReply.Malformed("answer"),

        // What System.Text.Json's elements throw when a value has another kind than its name promises.
        InvalidOperationException { Source: "System.Text.Json" } => HttpReply.Malformed("answer"),
        _ => HttpAnswer.Judge(error),
    };

    /// <returns>How the work failed, or null.</returns>
    public static async Task<Failure?> CatchAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
            return null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && Of(error) is not null)
        {
            return Of(error);
        }
    }
}
