using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Crm.Dataverse.Writing;

/// <summary>How one operation ended.</summary>
/// <param name="Status">Its own status, inside a batch too.</param>
/// <param name="Failure">Null when it was carried out.</param>
/// <param name="Body">What was answered; empty for nothing.</param>
internal sealed record DataverseAnswer(int Status, Failure? Failure, ReadOnlyMemory<byte> Body)
{
    public static DataverseAnswer Failed(Failure failure) => new(0, failure, default);

    public bool Missing => Failure?.Code == DataverseErrors.Missing;

    /// <summary>The answer, where it must be one.</summary>
    /// <exception cref="HttpFailureException">The operation failed.</exception>
    public JsonElement Json()
    {
        Ensure();
        using var json = JsonDocument.Parse(Body);
        return json.RootElement.Clone();
    }

    /// <exception cref="HttpFailureException">The operation failed.</exception>
    public void Ensure()
    {
        if (Failure is not null)
        {
            throw new HttpFailureException(Failure);
        }
    }
}
