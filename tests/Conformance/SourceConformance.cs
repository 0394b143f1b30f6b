using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Tests.Conformance;

/// <summary>What every source must do. A connector's test is one small class that derives from this and prepares a system to read.</summary>
public abstract class SourceConformance : IDisposable
{
    private readonly string state = Path.Combine(Path.GetTempPath(), "conformance-" + Guid.NewGuid().ToString("n"));

    /// <summary>Everything the connector logged.</summary>
    protected CapturedLog Log { get; } = new();

    protected abstract Connector Connector { get; }

    /// <summary>Settings over a system that holds at least three pages of records, among them one with <see cref="Planted.Nir"/> and <see cref="Planted.Iban"/>, both in fields named so and inside another text.</summary>
    protected abstract object Settings { get; }

    /// <summary>Everything that can go wrong, each ready to be met, with the failure it must end in.</summary>
    protected abstract IReadOnlyList<Trouble> Troubles { get; }

    /// <summary>Secrets and personal data the system holds: none of them may stand in a log, a failure or a check.</summary>
    protected abstract IReadOnlyList<string> Confidential { get; }

    /// <summary>Brings the system back to what it was before the first read; a source may move files or acknowledge messages.</summary>
    protected virtual void Restore() { }

    [Fact]
    public async Task Reading_again_from_any_checkpoint_gives_exactly_the_rest()
    {
        var whole = await ReadAsync(Open());
        Assert.True(whole.Pages.Count >= 3, "the prepared system must fill at least three pages");

        for (var page = 0; page < whole.Pages.Count; page++)
        {
            Restore();
            var rest = await ReadAsync(Open(), whole.Pages[page].Checkpoint);

            Assert.Null(rest.Failure);
            Reading.AssertSame(whole.Pages.Skip(page + 1), rest.Pages);
        }
    }

    [Fact]
    public async Task Reading_twice_gives_the_same_records()
    {
        var once = await ReadAsync(Open());
        Restore();
        var twice = await ReadAsync(Open());

        Assert.Null(once.Failure);
        Assert.NotEmpty(once.Records);
        Reading.AssertSame(once.Pages, twice.Pages);
    }

    [Fact]
    public async Task Keys_are_short_and_a_live_record_has_a_body()
    {
        var whole = await ReadAsync(Open());

        Assert.All(whole.Records, record =>
        {
            Assert.InRange(record.Key.Length, 1, 400);
            Assert.Equal(record.Deleted, record.Body.IsEmpty);
        });
        Assert.Equal(whole.Records.Count, whole.Records.Select(record => (record.Key, record.Version)).Distinct().Count());
    }

    [Fact]
    public async Task Every_trouble_ends_in_its_failure_value()
    {
        Assert.NotEmpty(Troubles);
        foreach (var trouble in Troubles)
        {
            trouble.Meet?.Invoke();
            var read = await ReadAsync(Connector.OpenSource(trouble.Settings, Context()));
            trouble.Leave?.Invoke();

            Assert.True(read.Failure is not null, $"{trouble.Name}: the read ended without a failure");
            Assert.True(read.Failure.Kind == trouble.Expected, $"{trouble.Name}: {read.Failure.Kind} instead of {trouble.Expected}");
            Assert.NotEmpty(read.Failure.Code);
            AssertDiscreet(read.Failure.Detail);
        }
    }

    [Fact]
    public async Task A_cancelled_read_stops()
    {
        using var stop = new CancellationTokenSource();
        var pages = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var read in Open().ReadAsync(null, stop.Token))
            {
                pages++;
                await stop.CancelAsync();
            }
        });

        Assert.Equal(1, pages);
    }

    [Fact]
    public async Task Forbidden_fields_leave_with_no_record_and_no_reject()
    {
        var open = await ReadAsync(Open(ForbiddenFields.None));
        Assert.Contains(open.Texts, text => text.Contains(Planted.Nir, StringComparison.Ordinal));
        Assert.Contains(open.Texts, text => text.Contains(Planted.Iban, StringComparison.Ordinal));

        Restore();
        var read = await ReadAsync(Open());

        Assert.All(read.Texts, text => Assert.DoesNotContain(Planted.Nir, text, StringComparison.Ordinal));
        Assert.All(read.Texts, text => Assert.DoesNotContain(Planted.Iban, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_confidential_is_logged()
    {
        Assert.NotEmpty(Confidential);
        await ReadAsync(Open());
        foreach (var trouble in Troubles)
        {
            trouble.Meet?.Invoke();
            await ReadAsync(Connector.OpenSource(trouble.Settings, Context()));
            trouble.Leave?.Invoke();
        }

        Assert.All(Log.Lines, AssertDiscreet);
    }

    [Fact]
    public async Task Every_check_the_manifest_names_passes()
    {
        var checks = new List<CheckResult>();
        await foreach (var check in Connector.CheckAsync(Settings, Context(), Enum.GetValues<CheckDepth>().Max(), CancellationToken.None))
        {
            checks.Add(check);
        }

        Assert.Equal(Connector.Manifest.Checks, checks.Select(check => check.Depth));
        Assert.All(checks, check => Assert.Null(check.Failure));
    }

    [Fact]
    public void The_manifest_says_what_the_connector_is()
    {
        var manifest = Connector.Manifest;

        Assert.Matches("^[a-z][a-z0-9-]*$", manifest.Name);
        Assert.True(manifest.Contracts.HasFlag(Contract.Source));
        Assert.NotEmpty(manifest.Families);
        Assert.NotEmpty(SettingsSchema.Of(manifest.Settings, CultureInfo.InvariantCulture)["properties"]!.AsObject());
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Forget();

    /// <summary>A fresh opening of the source, as each run does.</summary>
    protected ISource Open(ForbiddenFields? forbidden = null) => Connector.OpenSource(Settings, Context(forbidden));

    /// <summary>Whether each page is committed as it is read; a source that moves files then needs <see cref="Restore"/> to bring them back.</summary>
    protected virtual bool Commits => false;

    protected Task<Reading> ReadAsync(ISource source, Checkpoint? after = null) => Reading.AllAsync(source, after, Commits);

    /// <summary>Takes away what the source remembers beside its checkpoints.</summary>
    protected void Forget()
    {
        if (Directory.Exists(state))
        {
            Directory.Delete(state, recursive: true);
        }
    }

    /// <summary>The connection's clock; a fresh one for each opening where a test wants nothing shared.</summary>
    protected virtual TimeProvider Clock() => TimeProvider.System;

    protected ConnectionContext Context(ForbiddenFields? forbidden = null) => new()
    {
        Connection = "conformance",
        StateFolder = state,
        Time = Clock(),
        Forbidden = forbidden ?? ForbiddenFields.Default,
        Log = Log,
    };

    private void AssertDiscreet(string text) => Assert.All(Confidential, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
}
