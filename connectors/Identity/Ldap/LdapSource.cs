using System.Runtime.CompilerServices;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Snapshots;

namespace IntegrationHub.Connectors.Identity.Ldap;

/// <summary>Reads what changed, oldest first, then tells what is no longer there. A directory's pages live as long as its connection only, so a run holds its entries in memory: staff, not citizens.</summary>
internal sealed class LdapSource(LdapSettings settings, ConnectionContext context) : ISource
{
    private readonly KeyFile files = new(context.StateFolder);

    public async IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (LdapCheckpoint.Read(after) is not { } at)
        {
            yield return new SourceRead.Failed(new Failure(FailureKind.Denied, "ldap.checkpoint", "The stored checkpoint is not one of a directory: reset the connection to read it from the beginning."));
            yield break;
        }

        if (settings.Security == LdapSecurity.None && settings.Password is not null && settings.Host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            yield return new SourceRead.Failed(new Failure(FailureKind.Denied, "ldap.clear-text", "A password would cross the network in clear text: set \"security\" to start-tls or ldaps."));
            yield break;
        }

        // The driver waits without a token; the caller's turn ends at the next page.
        var (run, failure) = await Task.Run(() => Read(at, cancellationToken), cancellationToken);
        if (failure is not null)
        {
            yield return new SourceRead.Failed(failure);
            yield break;
        }

        foreach (var page in Pages(run!, at))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return page;
        }
    }

    public ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        if (LdapCheckpoint.Read(checkpoint) is { Keys: > 0 } at)
        {
            files.DropBefore(at.Keys);
        }

        return ValueTask.CompletedTask;
    }

    private (LdapRun? Run, Failure? Failure) Read(LdapCheckpoint at, CancellationToken cancellationToken)
    {
        try
        {
            using var directory = new LdapDirectory(settings);
            if (directory.SignIn() is { } missing)
            {
                return (null, missing);
            }

            var rejected = new List<RejectedRecord>();
            var since = at.High - TimeSpan.FromSeconds(settings.LookBackSeconds);
            var entries = directory.Entries(since, context.Forbidden, rejected, cancellationToken);
            var keys = settings.Deletions && !context.Preview ? directory.Keys(cancellationToken).ToHashSet(StringComparer.Ordinal) : null;
            var known = at.Recent.ToHashSet(StringComparer.Ordinal);
            return (new LdapRun([.. entries.Where(entry => !known.Contains(Mark(entry))).OrderBy(entry => entry.ChangedAt).ThenBy(entry => entry.Key, StringComparer.Ordinal)], at.High is null ? rejected : [], keys), null);
        }
        catch (Exception error) when (LdapFailures.IsOurs(error))
        {
            var failure = LdapFailures.Of(error);
            Log.Failed(context.Log, context.Connection, failure.Code, error.GetType().Name);
            return (null, failure);
        }
    }

    private IEnumerable<SourceRead> Pages(LdapRun run, LdapCheckpoint at)
    {
        var rejected = run.Rejected;
        foreach (var entries in run.Entries.Chunk(settings.PageSize))
        {
            at = Advance(at, entries);
            yield return new SourceRead.Page(new SourcePage([.. entries.Select(Record)], rejected, at.Write()));
            rejected = [];
        }

        if (run.Keys is not { } keys)
        {
            yield break;
        }

        // Read anew from the beginning, the last keys kept are still what the hub holds.
        var next = at.Keys + 1;
        var old = files.Read(at.Keys > 0 ? at.Keys : files.LatestBefore(long.MaxValue)).ToList();
        var gone = old.Where(key => !keys.Contains(key)).ToList();
        if (!context.BrakeReleased && gone.Count > 0 && context.Brake.Holds(gone.Count, old.Count))
        {
            yield return new SourceRead.Failed(new Failure(FailureKind.Held, "brake.deletions",
                $"{gone.Count} of {old.Count} entries are no longer in the directory; the brake holds above {context.Brake}. Approve the run if they are truly gone; else check base and filter."));
            yield break;
        }

        if (gone.Count == 0 && at.Keys > 0 && old.Count == keys.Count)
        {
            yield break; // the keys are the same as before
        }

        using (var writer = files.Write(next))
        {
            foreach (var key in keys.Order(StringComparer.Ordinal))
            {
                writer.Add(key);
            }

            writer.Complete();
        }

        var when = (at.High ?? DateTimeOffset.UnixEpoch).UtcTicks;
        at = at with { Run = at.Run + 1, Keys = next };
        yield return new SourceRead.Page(new SourcePage([.. gone.Select(key => new SourceRecord { Key = key, Version = new RecordVersion(when, "~gone"), Deleted = true })], rejected, at.Write()));
    }

    private LdapCheckpoint Advance(LdapCheckpoint at, IReadOnlyList<LdapEntry> entries)
    {
        var high = entries[^1].ChangedAt > (at.High ?? DateTimeOffset.MinValue) ? entries[^1].ChangedAt : at.High;
        var from = high - TimeSpan.FromSeconds(settings.LookBackSeconds);
        var recent = at.Recent.Where(mark => string.CompareOrdinal(mark[..14], $"{from?.UtcDateTime:yyyyMMddHHmmss}") >= 0);
        return at with { High = high, Recent = [.. recent, .. entries.Where(entry => entry.ChangedAt >= from).Select(Mark)] };
    }

    private static SourceRecord Record(LdapEntry entry) => new()
    {
        Key = entry.Key,
        Version = new RecordVersion(entry.ChangedAt.UtcTicks, entry.Changed),
        Body = entry.Body,
        ChangedAt = entry.ChangedAt,
    };

    private static string Mark(LdapEntry entry) =>
        $"{entry.ChangedAt.UtcDateTime:yyyyMMddHHmmss}{(ulong)RowKey.Hash([.. Encoding.UTF8.GetBytes($"{entry.Key}\0{entry.Changed}\0"), .. entry.Body]):x16}";
}
