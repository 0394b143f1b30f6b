using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>Keeps the runs: start, progress, end.</summary>
public sealed class RunJournal(IOperationsStore operations, TimeProvider clock, HubMetrics metrics, ILogger<RunJournal> log)
{
    /// <summary>Code of a run that a crash or stop cut off.</summary>
    public const string Interrupted = "run.interrupted";

    /// <summary>How a run ends that somebody stopped.</summary>
    public static readonly Failure Stopped = new(FailureKind.Passing, "run.stopped", "the run was stopped; what was committed stays: run again, it goes on from its checkpoint");

    private const int Listed = 1000;

    internal DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Run> StartAsync(string connection, CancellationToken cancellationToken)
    {
        var now = Now;
        var row = new RunRow { RunId = Guid.CreateVersion7(now).ToString("N"), Connection = connection, State = RunState.Running, StartedAt = now, ProgressAt = now };
        await operations.SaveRunAsync(row, cancellationToken);
        Log.RunStarted(log, row.RunId, connection);
        return new Run(this, row);
    }

    /// <summary>Called when this node becomes the writer: no other process can be running anything, so what still says so was cut off.</summary>
    public async Task CloseInterruptedAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await operations.ListRunsAsync(null, 0, Listed, cancellationToken))
        {
            if (row.State == RunState.Running)
            {
                await operations.SaveRunAsync(
                    row with
                    {
                        State = RunState.Failed,
                        EndedAt = Now,
                        FailureCode = Interrupted,
                        FailureDetail = "the hub stopped during this run; what was committed stays: run the connection again, it goes on from its checkpoint",
                    },
                    cancellationToken);
            }
        }
    }

    internal Task SaveAsync(RunRow row, CancellationToken cancellationToken) => operations.SaveRunAsync(row, cancellationToken);

    internal void Count(string connection, IReadOnlyDictionary<OutcomeKind, int> counts)
    {
        foreach (var (kind, count) in counts)
        {
            metrics.RecordsIn(connection, kind.ToString().ToLowerInvariant(), count);
        }
    }

    // The run is over whatever stopped it: its last line must not be lost to the same cancellation.
    internal async Task EndedAsync(RunRow row)
    {
        try
        {
            await operations.SaveRunAsync(row, CancellationToken.None);
        }
        catch (Exception error)
        {
            Log.RunNotSaved(log, row.RunId, error.GetType().Name);
        }

        Log.RunEnded(log, row.RunId, row.Connection, row.State, row.Read, row.Quarantined, row.FailureCode);
    }
}
