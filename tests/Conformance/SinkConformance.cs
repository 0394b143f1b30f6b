using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Privacy;

namespace IntegrationHub.Tests.Conformance;

/// <summary>What every sink must do. A connector's test prepares a system to write to, and says what it holds.</summary>
public abstract class SinkConformance : IDisposable
{
    private readonly string state = Path.Combine(Path.GetTempPath(), "conformance-" + Guid.NewGuid().ToString("n"));

    protected CapturedLog Log { get; } = new();

    protected abstract Connector Connector { get; }

    protected abstract object Settings { get; }

    /// <summary>A record the system takes; others for other numbers. Version 1, no foreign key.</summary>
    protected abstract OutgoingRecord Record(int number);

    /// <summary>The same record, changed, one version later.</summary>
    protected abstract OutgoingRecord Changed(OutgoingRecord record);

    /// <summary>A record the system refuses for what it says; null with <see cref="TakesAnything"/>.</summary>
    protected abstract OutgoingRecord? Bad { get; }

    /// <summary>Why there is no bad record.</summary>
    protected virtual string TakesAnything => "";

    /// <summary>Why the system cannot delete; empty when it can.</summary>
    protected virtual string NeverDeletes => "";

    /// <summary>Why a later version of a record leaves what was written as it is; empty when it changes it.</summary>
    protected virtual string NeverUpdates => "";

    /// <summary>How often the system really changed something since it was prepared.</summary>
    protected abstract int Changes { get; }

    protected abstract IReadOnlyList<Trouble> Troubles { get; }

    protected abstract IReadOnlyList<string> Confidential { get; }

    protected virtual TimeProvider Clock() => TimeProvider.System;

    [Fact]
    public async Task Writing_twice_is_one_change()
    {
        var first = Written(await WriteAsync(Record(1)));
        var again = Written(await WriteAsync(Record(1)));
        var known = Written(await WriteAsync(Record(1) with { ForeignKey = first.ForeignKey }));

        Assert.Equal(SinkEffect.Created, first.Effect);
        Assert.All([again, known], later => Assert.Equal(first.ForeignKey, later.ForeignKey));
        Assert.Equal(1, Changes);
    }

    [Fact]
    public async Task A_changed_record_changes_the_one_that_is_there()
    {
        var first = Written(await WriteAsync(Record(1)));
        var changed = Written(await WriteAsync(Changed(Record(1)) with { ForeignKey = first.ForeignKey }));

        var updates = NeverUpdates.Length == 0;
        Assert.Equal((updates ? SinkEffect.Updated : SinkEffect.Unchanged, first.ForeignKey), (changed.Effect, changed.ForeignKey));
        Assert.Equal(updates ? 2 : 1, Changes);
    }

    [Fact]
    public async Task A_refused_record_is_parked_and_its_neighbours_are_written()
    {
        if (Bad is not { } bad)
        {
            Assert.NotEmpty(TakesAnything);
            return;
        }

        Written(await WriteAsync(Record(1)));
        var refused = Assert.IsType<SinkOutcome.Failed>(await WriteAsync(bad));
        Written(await WriteAsync(Record(2)));

        Assert.Equal(FailureKind.Refused, refused.Failure.Kind);
        AssertDiscreet(refused.Failure.Detail);
        Assert.Equal(2, Changes);
    }

    [Fact]
    public async Task Deleting_twice_is_one_change()
    {
        if (NeverDeletes.Length > 0)
        {
            return;
        }

        var written = Written(await WriteAsync(Record(1)));
        var delete = Record(1) with { Deleted = true, Body = default, Version = 2, ForeignKey = written.ForeignKey };

        Assert.Equal(SinkEffect.Deleted, Written(await WriteAsync(delete)).Effect);
        Assert.Equal(SinkEffect.Unchanged, Written(await WriteAsync(delete)).Effect);
        Assert.Equal(2, Changes);
    }

    [Fact]
    public async Task Every_trouble_ends_in_its_failure_value_and_nothing_confidential_is_told()
    {
        Assert.NotEmpty(Troubles);
        Assert.NotEmpty(Confidential);
        foreach (var trouble in Troubles)
        {
            trouble.Meet?.Invoke();
            var outcome = await Connector.OpenSink(trouble.Settings, Context()).WriteAsync(Record(3), CancellationToken.None);
            trouble.Leave?.Invoke();

            var failed = Assert.IsType<SinkOutcome.Failed>(outcome);
            Assert.True(failed.Failure.Kind == trouble.Expected, $"{trouble.Name}: {failed.Failure.Kind} instead of {trouble.Expected}");
            AssertDiscreet(failed.Failure.Detail);
        }

        Assert.All(Log.Lines, AssertDiscreet);
    }

    [Fact]
    public void The_manifest_says_it_is_a_sink() => Assert.True(Connector.Manifest.Contracts.HasFlag(Contract.Sink));

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (Directory.Exists(state))
        {
            Directory.Delete(state, recursive: true);
        }
    }

    protected async Task<SinkOutcome> WriteAsync(OutgoingRecord record) => await Connector.OpenSink(Settings, Context()).WriteAsync(record, CancellationToken.None);

    protected static SinkOutcome.Written Written(SinkOutcome outcome) =>
        outcome is SinkOutcome.Failed(var failure) ? throw new InvalidOperationException($"{failure.Kind} {failure.Code}: {failure.Detail}") : (SinkOutcome.Written)outcome;

    private ConnectionContext Context() => new() { Connection = "conformance", StateFolder = state, Time = Clock(), Forbidden = ForbiddenFields.Default, Log = Log };

    private void AssertDiscreet(string text) => Assert.All(Confidential, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
}
