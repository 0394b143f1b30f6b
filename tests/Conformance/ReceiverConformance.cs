using System.Text;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Tests.Conformance;

/// <summary>What every receiver must do.</summary>
public abstract class ReceiverConformance
{
    protected CapturedLog Log { get; } = new();

    protected abstract Connector Connector { get; }

    protected abstract object Settings { get; }

    /// <summary>A call its sender really signed, which brings at least one record; others for other numbers.</summary>
    protected abstract IncomingCall Signed(int number);

    /// <summary>A body that is not what the sender's interface says, rightly signed.</summary>
    protected abstract IncomingCall SignedNonsense { get; }

    /// <summary>A call signed by a key the connection does not have.</summary>
    protected abstract IncomingCall SignedByAnother { get; }

    /// <summary>A rightly signed call from long ago; null with <see cref="KnowsNoTime"/>.</summary>
    protected abstract IncomingCall? Old { get; }

    /// <summary>Why old calls cannot be told.</summary>
    protected virtual string KnowsNoTime => "";

    /// <summary>The headers that carry the signature; empty with <see cref="Unsigned"/>.</summary>
    protected abstract IReadOnlyList<string> SignatureHeaders { get; }

    /// <summary>Why calls carry no signature, and what the connector does instead.</summary>
    protected virtual string Unsigned => "";

    protected abstract IReadOnlyList<string> Confidential { get; }

    protected virtual TimeProvider Clock() => TimeProvider.System;

    [Fact]
    public async Task A_signed_call_becomes_records_and_again_the_same_ones()
    {
        var once = Accepted(await ReceiveAsync(Signed(1)));
        var twice = Accepted(await ReceiveAsync(Signed(1)));

        Assert.NotEmpty(once.Records);
        Assert.Equal(once.Records.Select(record => (record.Key, record.Version)), twice.Records.Select(record => (record.Key, record.Version)));
        Assert.All(once.Records, record => Assert.Equal(record.Deleted, record.Body.IsEmpty));
    }

    [Fact]
    public async Task A_tampered_unsigned_or_foreign_call_is_denied()
    {
        if (SignatureHeaders.Count == 0)
        {
            Assert.NotEmpty(Unsigned);
            return;
        }

        var call = Signed(1);
        var body = call.Body.ToArray();
        body[body.Length / 2] ^= 1;
        await AssertRefused(call with { Body = body }, FailureKind.Denied);
        await AssertRefused(SignedByAnother, FailureKind.Denied);
        foreach (var header in SignatureHeaders)
        {
            await AssertRefused(Without(call, header), FailureKind.Denied);
            await AssertRefused(With(call, header, ""), FailureKind.Denied);
            await AssertRefused(With(call, header, "é,,=;v1"), FailureKind.Denied);
        }
    }

    [Fact]
    public async Task An_old_call_is_denied_so_that_none_can_be_played_again()
    {
        if (Old is not { } old)
        {
            Assert.NotEmpty(KnowsNoTime);
            return;
        }

        await AssertRefused(old, FailureKind.Denied);
    }

    [Fact]
    public async Task A_signed_body_that_cannot_be_read_is_refused_or_kept_as_a_reject()
    {
        var read = await ReceiveAsync(SignedNonsense);
        if (read is Received.Accepted accepted)
        {
            Assert.Empty(accepted.Records);
            Assert.NotEmpty(accepted.Rejected);
            return;
        }

        Assert.Equal(FailureKind.Refused, ((Received.Refused)read).Failure.Kind);
    }

    [Fact]
    public async Task No_bytes_make_it_throw_and_nothing_confidential_is_told()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var call = Signed(round);
            var body = call.Body.ToArray();
            for (var change = 0; change < 1 + (round % 5) && body.Length > 0; change++)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            if (await ReceiveAsync(call with { Body = body }) is Received.Refused(var failure))
            {
                AssertDiscreet(failure.Detail);
            }
        }

        Assert.All(Log.Lines, AssertDiscreet);
    }

    [Fact]
    public void The_manifest_says_it_is_a_receiver() => Assert.True(Connector.Manifest.Contracts.HasFlag(Contract.Receiver));

    protected async Task<Received> ReceiveAsync(IncomingCall call) => await Connector.OpenReceiver(Settings, Context()).ReceiveAsync(call, CancellationToken.None);

    protected static IReadOnlyDictionary<string, string> Headers(params (string Name, string Value)[] headers) =>
        headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);

    protected static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private async Task AssertRefused(IncomingCall call, FailureKind kind)
    {
        var refused = Assert.IsType<Received.Refused>(await ReceiveAsync(call));
        Assert.Equal(kind, refused.Failure.Kind);
        AssertDiscreet(refused.Failure.Detail);
    }

    private static Received.Accepted Accepted(Received received) =>
        received is Received.Refused(var failure) ? throw new InvalidOperationException($"{failure.Kind} {failure.Code}: {failure.Detail}") : (Received.Accepted)received;

    private static IncomingCall Without(IncomingCall call, string header) =>
        call with { Headers = call.Headers.Where(entry => !entry.Key.Equals(header, StringComparison.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase) };

    private static IncomingCall With(IncomingCall call, string header, string value) =>
        call with { Headers = new Dictionary<string, string>(Without(call, header).Headers, StringComparer.OrdinalIgnoreCase) { [header] = value } };

    private ConnectionContext Context() => new() { Connection = "conformance", StateFolder = Path.Combine(Path.GetTempPath(), "conformance-none"), Time = Clock(), Log = Log };

    private void AssertDiscreet(string text) => Assert.All(Confidential, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
}
