using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mappings.Engine.Outgoing;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>Reads every contact back and holds it against the registry: each person once, each column as the mapping says.</summary>
internal static class ContactCheck
{
    public static async Task<string> RunAsync(SyntheticLog log, ISource source, OutgoingMapping mapping, CancellationToken cancellationToken)
    {
        var held = new Dictionary<string, List<JsonObject>>(StringComparer.Ordinal);
        await foreach (var read in source.ReadAsync(null, cancellationToken))
        {
            var page = read is SourceRead.Page(var found) ? found : throw new InvalidOperationException("the contacts cannot be read back");
            foreach (var row in page.Records.Select(record => JsonNode.Parse(record.Body.Span)!.AsObject()).Where(row => row["gru_goldenid"] is not null))
            {
                var key = row["gru_goldenid"]!.ToString();
                (held.TryGetValue(key, out var rows) ? rows : held[key] = []).Add(row);
            }
        }

        var (people, wrong) = (0, 0);
        await foreach (var row in log.Stores.Reader.ReadAllGoldensAsync(cancellationToken))
        {
            people++;
            var wanted = mapping.Map(row.Golden, TimeProvider.System.GetUtcNow()).Target;
            wrong += held.GetValueOrDefault(row.Golden.Id.ToString()) is [var contact] && wanted.All(field => JsonNode.DeepEquals(field.Value, contact[field.Key])) ? 0 : 1;
        }

        return FormattableString.Invariant($"{people} people, {held.Values.Sum(rows => rows.Count)} contacts that bear a golden id, {wrong} wrong or missing");
    }
}
