using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Writing;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>Reads and maps the next pages while the writer works on the last one: a few pages ahead, in order, never more.</summary>
internal static class ReadAhead
{
    // Enough that the writer never waits; more would only live longer, and be moved by the collector.
    private const int Pages = 2;

    /// <summary>Mapped pages in the source's order, then the failure that ended the read, if one did.</summary>
    public static async IAsyncEnumerable<(MappedPage? Page, Failure? Failure)> ReadAsync(
        Intake intake, Checkpoint? after, TimeProvider clock, RegistryWriter writer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapper = new PageMapper(intake.Connection, intake.Map, intake.RejectedKept, clock);
        var ready = Channel.CreateBounded<(MappedPage?, Failure?)>(new BoundedChannelOptions(Pages) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => FillAsync(intake.Source, after, page => Prepared(mapper.Map(page), writer), ready.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var next in ready.Reader.ReadAllAsync(cancellationToken))
            {
                yield return next;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What the writer would do in its turn and need not: the turn is what an import waits for.
    private static MappedPage Prepared(MappedPage page, RegistryWriter writer) =>
        writer.Registry is { } registry ? page with { Arrivals = registry.Prepare(page.Arrivals) } : page;

    private static async Task FillAsync(ISource source, Checkpoint? after, Func<SourcePage, MappedPage> map, ChannelWriter<(MappedPage?, Failure?)> ready, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var read in source.ReadAsync(after, cancellationToken))
            {
                (MappedPage?, Failure?) next = read switch
                {
                    SourceRead.Page(var page) => (map(page), null),
                    SourceRead.Failed(var failure) => (null, failure),
                    _ => throw new NotSupportedException("a source reads pages or fails"),
                };
                await ready.WriteAsync(next, cancellationToken);
            }

            ready.Complete();
        }
        catch (Exception error)
        {
            ready.Complete(error);
        }
    }
}
