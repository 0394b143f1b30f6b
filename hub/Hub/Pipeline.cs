using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Echo;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub;

/// <summary>
/// The whole way of the data, from a foreign system to committed golden records. Read this first.
/// What leaves the registry again starts from its change log: see <see cref="Feed.ChangeFeed"/> and <see cref="Publishing.SubscriptionSender"/>.
/// </summary>
/// <param name="writer">The one writer of the registry.</param>
/// <param name="registry">Committed data.</param>
/// <param name="store">Point reads for the brake, in the writer's turn.</param>
/// <param name="runs">The journal of runs.</param>
/// <param name="clock">The clock; a fixed one makes runs repeatable to the byte.</param>
public sealed class Pipeline(RegistryWriter writer, IRegistryReader registry, IRegistryStore store, RunJournal runs, TimeProvider clock)
{
    /// <summary>Runs one connection from its checkpoint to the end of what its source has.</summary>
    /// <param name="intake">The connection's source, mapping and brake.</param>
    /// <param name="progress">Called after each committed page; null when nobody looks.</param>
    /// <param name="cancellationToken">Stops between pages; the run then ends as failed, and goes on from its checkpoint next time.</param>
    public async Task<RunEnd> RunAsync(Intake intake, Action<Run>? progress, CancellationToken cancellationToken)
    {
        var run = await runs.StartAsync(intake.Connection, cancellationToken);
        try
        {
            // 1. Where we stand: the checkpoint committed with the last page.
            var checkpoint = await registry.FindCheckpointAsync(intake.Connection, cancellationToken);
            var after = checkpoint is { Value.Length: > 0 } ? new Checkpoint(checkpoint.Value) : null;
            var brake = await RunBrake.ForAsync(intake, registry, store, cancellationToken);

            return await AbsorbAsync(intake, after, brake, run, progress, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await run.FailAsync(RunJournal.Stopped);
        }
        catch (WriterUnavailableException unavailable)
        {
            return await run.FailAsync(new Failure(FailureKind.Passing, "writer.unavailable", unavailable.Message));
        }
        catch (Exception error)
        {
            return await run.FailAsync(StoreFailure.Judge(error));
        }
    }

    private async Task<RunEnd> AbsorbAsync(Intake intake, Checkpoint? after, RunBrake brake, Run run, Action<Run>? progress, CancellationToken cancellationToken)
    {
        var before = new PageUnderWay(intake, run, progress);
        try
        {
            // 2. Read a page (forbidden fields are already removed) and map it; this runs a few pages ahead of what follows.
            await foreach (var (read, failure) in ReadAhead.ReadAsync(intake, after, clock, writer, cancellationToken))
            {
                if (read is null)
                {
                    await before.AcknowledgeAsync();
                    return await run.FailAsync(failure!);
                }

                // What a system says only because the hub wrote it there is taken out first.
                var page = intake.Echo is null ? read : await WithoutEchoAsync(intake.Echo, read, before, cancellationToken);

                // 3. In the writer's turn: records, golden records, changes, quarantine and checkpoint, in one transaction. While it commits, the next page is matched.
                var absorbing = await writer.DoAheadAsync(
                    async (citizens, token) => await brake.HoldsAsync(citizens, page, token)
                        ? null
                        : brake.Count(await citizens.AbsorbAheadAsync(page.ForRun(run, clock.GetUtcNow()), before.Committed, token)),
                    cancellationToken);

                // 4. Only when a page is durable may its source forget it.
                await before.AcknowledgeAsync();
                if (absorbing is null)
                {
                    return await run.FailAsync(RunBrake.Held);
                }

                before.Start(page, absorbing);
            }

            await before.AcknowledgeAsync();
            return await run.ReadAllAsync();
        }
        finally
        {
            await before.AcknowledgeAsync();
        }
    }

    // The page before must be in: what its records said last is what the echo is judged by.
    private async Task<MappedPage> WithoutEchoAsync(EchoFilter echo, MappedPage read, PageUnderWay before, CancellationToken cancellationToken)
    {
        await before.AcknowledgeAsync();
        return await writer.DoAsync((citizens, token) => echo.TakeOutAsync(citizens, read, token), cancellationToken);
    }
}
