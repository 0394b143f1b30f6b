using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Settings;

public sealed class Vault : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly string file;

    public Vault()
    {
        file = folder.Write("vault.json", "{}");
        var key = Path.Combine(Path.GetDirectoryName(file)!, "vault.key");
        SecretVault.CreateKey(key);
        Environment.SetEnvironmentVariable(SecretVault.FileVariable, file);
        Environment.SetEnvironmentVariable(SecretVault.KeyVariable, key);
    }

    [Fact]
    public void A_secret_of_the_vault_is_read_by_its_name_and_stands_nowhere_in_the_clear()
    {
        SecretVault.FromEnvironment()!.Set("franceconnect", "s3cret-é");
        SecretVault.FromEnvironment()!.Set("crm", "another");

        Assert.True(new Secret("vault:franceconnect").TryReveal(out var value));
        Assert.Equal("s3cret-é", value);
        Assert.DoesNotContain("s3cret", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(["crm", "franceconnect"], SecretVault.FromEnvironment()!.Names);
        Assert.True(SecretVault.FromEnvironment()!.Remove("crm"));
        Assert.False(new Secret("vault:crm").TryReveal(out _));
        Assert.Contains("vault:crm", new Secret("vault:crm").Missing.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_key_a_changed_byte_or_an_entry_under_another_name_gives_nothing()
    {
        SecretVault.FromEnvironment()!.Set("one", "s3cret");
        var text = File.ReadAllText(file);

        Assert.Null(new SecretVault(file, new byte[32]).Find("one"));
        File.WriteAllText(file, text.Replace("\"one\"", "\"two\"", StringComparison.Ordinal));
        Assert.Null(SecretVault.FromEnvironment()!.Find("two"));
        File.WriteAllText(file, "{\"one\":\"AAAA\"}");
        Assert.False(new Secret("vault:one").TryReveal(out _));
        File.WriteAllText(file, "no vault");
        Assert.False(new Secret("vault:one").TryReveal(out _));
        Assert.Throws<IOException>(() => SecretVault.FromEnvironment()!.Set("one", "s3cret"));
    }

    [Fact]
    public void A_key_is_never_written_over_and_only_its_owner_reads_it()
    {
        var key = Environment.GetEnvironmentVariable(SecretVault.KeyVariable)!;

        Assert.Throws<IOException>(() => SecretVault.CreateKey(key));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        }
    }

    [Theory]
    [InlineData("vault:")]
    [InlineData("vault:../x")]
    [InlineData("vault:a b")]
    public void What_is_no_name_is_refused(string reference) => Assert.Throws<FormatException>(() => new Secret(reference));

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(SecretVault.FileVariable, null);
        folder.Dispose();
    }
}
