using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Connectors.Privacy;

/// <summary>A body is looked through once, and only by whom it was looked through counts.</summary>
public sealed class Cleared_bodies
{
    private static readonly ReadOnlyMemory<byte> Body = Encoding.UTF8.GetBytes($$"""{"id":1,"nir":"{{Planted.Nir}}"}""");

    [Fact]
    public void Cleared_for_one_connection_is_looked_through_again_for_a_stricter_one()
    {
        Assert.True(ForbiddenFields.None.TryClear(Body, out var lax));
        Assert.True(ForbiddenFields.Default.TryClear(lax, out var strict));

        Assert.Equal((Text(Body), """{"id":1}"""), (Text(lax.Json), Text(strict.Json)));
    }

    [Fact]
    public void Cleared_by_the_same_is_not_looked_through_again()
    {
        Assert.True(ForbiddenFields.Default.TryClear(Body, out var cleared));
        Assert.True(ForbiddenFields.Default.TryClear(cleared, out var again));

        Assert.Equal(cleared, again);
    }

    [Fact]
    public void A_record_given_another_body_is_no_longer_cleared()
    {
        Assert.True(ForbiddenFields.Default.TryClear(Body, out var cleared));
        var record = new SourceRecord { Key = "1", Version = new RecordVersion(1), Content = cleared } with { Body = Body };

        Assert.True(ForbiddenFields.Default.TryClear(record.Content, out var again));
        Assert.Equal("""{"id":1}""", Text(again.Json));
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
