using System.Text;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Tests.Hub.Webhooks;

public sealed class Signing_a_delivery
{
    private static readonly byte[] Body = """{"test": 2432232314}"""u8.ToArray();
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    // Example of the Standard Webhooks specification's reference libraries.
    [Fact]
    public void The_published_example_gives_the_published_signature()
    {
        var secret = WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookSignature.Sign([secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", At, Body));
    }

    [Fact]
    public void During_a_rotation_either_secret_verifies()
    {
        WebhookSecret old = WebhookSecret.Generate(), next = WebhookSecret.Generate();
        var header = WebhookSignature.Sign([old, next], "id", At, Body);

        Assert.True(Verifies(old, "id", Body, header));
        Assert.True(Verifies(next, "id", Body, header));
        Assert.False(Verifies(WebhookSecret.Generate(), "id", Body, header));
    }

    [Fact]
    public void Another_id_body_or_time_does_not_verify()
    {
        var secret = WebhookSecret.Generate();
        var header = WebhookSignature.Sign([secret], "id", At, Body);

        Assert.False(Verifies(secret, "other", Body, header));
        Assert.False(Verifies(secret, "id", Encoding.UTF8.GetBytes("{}"), header));
        Assert.False(WebhookSignature.Verify([secret], "id", "1614265331", Body, header, At, TimeSpan.FromMinutes(5)));
        Assert.False(WebhookSignature.Verify([secret], "id", "1614265330", Body, header, At.AddMinutes(6), TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void A_secret_never_prints_itself_and_a_wrong_one_is_not_repeated()
    {
        var secret = WebhookSecret.Generate();

        Assert.DoesNotContain(secret.Reveal()[6..], $"{secret}", StringComparison.Ordinal);
        Assert.Equal(secret.Reveal(), WebhookSecret.Parse(secret.Reveal()).Reveal());
        var error = Assert.Throws<FormatException>(() => WebhookSecret.Parse("whsec_tooshort"));
        Assert.DoesNotContain("tooshort", error.Message, StringComparison.Ordinal);
    }

    private static bool Verifies(WebhookSecret secret, string id, byte[] body, string header) =>
        WebhookSignature.Verify([secret], id, "1614265330", body, header, At, TimeSpan.FromMinutes(5));
}
