using System.Runtime.CompilerServices;

namespace IntegrationHub.Host.Linkage;

/// <summary>Work on pages side by side, its results in the order of the pages.</summary>
public static class InOrder
{
    /// <summary>Items worked on at once by one thread: small enough to spread a page over all.</summary>
    private const int Run = 1024;

    /// <param name="pages">Read on the caller's thread.</param>
    /// <param name="work">Run on any thread, for a run of a page's items.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    public static async IAsyncEnumerable<TResult> SelectAsync<T, TResult>(
        IAsyncEnumerable<IReadOnlyList<T>> pages, Func<ArraySegment<T>, TResult> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What waits is bounded: memory holds a few runs, whatever the length of the file.
        var most = 8 * Environment.ProcessorCount;
        var under = new Queue<Task<TResult>>();
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            T[] items = [.. page];
            for (var start = 0; start < items.Length; start += Run)
            {
                var run = new ArraySegment<T>(items, start, Math.Min(Run, items.Length - start));
                under.Enqueue(Task.Run(() => work(run), cancellationToken));
                while (under.Count > most || (under.Count > 0 && under.Peek().IsCompleted))
                {
                    yield return await under.Dequeue();
                }
            }
        }

        while (under.TryDequeue(out var last))
        {
            yield return await last;
        }
    }
}
