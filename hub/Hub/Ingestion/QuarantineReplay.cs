using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>Maps quarantined records again, after their mapping was mended, and absorbs those that are usable now; their rows are marked in the same commit.</summary>
/// <remarks>What could not even be parsed is replayed by its source: correct the file, and it is read again. A row that still cannot be used stays, with today's reason.</remarks>
public sealed class QuarantineReplay(RegistryWriter writer, IRegistryReader registry, RunJournal runs, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <summary>Replays the given rows of one connection; others, those replayed already and those whose body has expired are passed over.</summary>
    public async Task<RunEnd> ReplayAsync(string connection, RecordMapping map, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var run = await runs.StartAsync(connection, cancellationToken);
        try
        {
            var mapper = new PageMapper(connection, map, default, clock);
            foreach (var page in ids.Chunk(PageSize))
            {
                var rows = (await registry.FindQuarantineAsync(page, cancellationToken)).Where(row => CanReplay(row, connection)).ToList();
                if (rows.Count > 0)
                {
                    var absorbed = await writer.DoAsync((citizens, token) => citizens.AbsorbAsync(Page(rows, mapper, run), token), cancellationToken);
                    await run.AbsorbedAsync(absorbed, 0, null, cancellationToken);
                }
            }

            return await run.ReadAllAsync();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return await run.FailAsync(StoreFailure.Judge(error));
        }
    }

    private static bool CanReplay(QuarantineRow row, string connection) =>
        row is { Parsed: true, Key: not null, ReplayedAt: null } && row.Connection == connection;

    private static RegistryPage Page(List<QuarantineRow> rows, PageMapper mapper, Run run)
    {
        var arrivals = new List<Arrival>();
        var replayed = new List<Guid>();
        var still = new List<QuarantineRow>();
        foreach (var row in rows)
        {
            var record = new SourceRecord { Key = row.Key!, Version = new RecordVersion(row.Version.Number, row.Version.Text ?? ""), Body = row.Body, ChangedAt = row.ChangedAt };
            var (mapped, code) = mapper.TryMap(record, row.At);
            if (mapped is null)
            {
                still.Add(row with { Code = code, RunId = run.Id });
            }
            else
            {
                arrivals.Add(new Arrival(mapped, row.Body));
                replayed.Add(row.Id);
            }
        }

        return new RegistryPage { RunId = run.Id, Connection = run.Connection, Number = run.NextPage(), Records = arrivals, Quarantine = still, Replayed = replayed };
    }
}
