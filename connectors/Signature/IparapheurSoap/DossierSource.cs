using System.Runtime.CompilerServices;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Listing;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.IparapheurSoap;

/// <summary>Dossiers with their history, oldest state first. The service tells no changes: each run asks for the list, and for the history of what is new or moved on.</summary>
/// <remarks>A dossier that left the list was archived or erased there; its last state stays.</remarks>
internal sealed class DossierSource(IparapheurSoapSettings settings, HttpLink link, ConnectionContext context) : HttpSource
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DossierCalls calls = new(settings, link);
    private readonly Lazy<KnownRecords> known = new(() => KnownRecords.Load(context.StateFolder));
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, IReadOnlyList<KnownRecord>> told = new(StringComparer.Ordinal);

    protected override async IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = CheckpointJson.Read<DossierPlace>(after) ?? new DossierPlace();
        var found = await calls.SearchAsync(null, cancellationToken);
        if (found.Count >= settings.Most)
        {
            throw Refusals.Stop("iparapheur.too-many", "There are as many dossiers as the connection reads at most, perhaps more: raise most, or name a subtype.");
        }

        var fresh = found.Where(state => place.Done ? known.Value.Find(state.Name)?.Version != state.At.UtcTicks : place.IsBefore(state))
            .OrderBy(state => state.At).ThenBy(state => state.Name, StringComparer.Ordinal).ToList();
        for (var start = 0; start < fresh.Count; start += settings.PageSize)
        {
            var records = new List<SourceRecord>();
            foreach (var state in fresh.Skip(start).Take(settings.PageSize))
            {
                var history = await calls.HistoryAsync(state.Name, cancellationToken);
                records.Add(history.All(entry => entry.Name == state.Name) ? Record(state, history) : throw new HttpFailureException(HttpReply.Malformed("history of the dossier asked for")));
            }

            var last = fresh[Math.Min(start + settings.PageSize, fresh.Count) - 1];
            var next = new DossierPlace { Ticks = last.At.UtcTicks, Name = last.Name, Done = place.Done || start + settings.PageSize >= fresh.Count };
            var checkpoint = CheckpointJson.Write(next);
            told[checkpoint.Value] = [.. records.Select(record => new KnownRecord(record.Key, "+", record.Version.Number, record.ChangedAt))];
            yield return new SourcePage(records, [], checkpoint);
        }
    }

    public override ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        if (!context.Preview && told.TryRemove(checkpoint.Value, out var records))
        {
            known.Value.Add(records);
            if (CheckpointJson.Read<DossierPlace>(checkpoint) is { Done: true })
            {
                known.Value.KeepSince(null);
            }
        }

        return ValueTask.CompletedTask;
    }

    // The list's own date orders the versions: a history asked for a moment later may already know more, which the next run tells again.
    private static SourceRecord Record(DossierState state, IReadOnlyList<DossierState> history) => new()
    {
        Key = state.Name,
        Version = new RecordVersion(state.At.UtcTicks),
        ChangedAt = state.At,
        Body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                id = state.Name,
                status = state.Status,
                changedAt = state.At,
                createdAt = history.Count == 0 ? (DateTimeOffset?)null : history.Min(entry => entry.At),
                annotation = state.Annotation,
                history = history.Select(entry => new { at = entry.At, status = entry.Status }),
            },
            Plain),
    };
}
