using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Abstractions.Settings;

/// <summary>A password, key or token. A configuration holds only a reference to it, <c>env:NAME</c>, <c>file:PATH</c> or <c>vault:NAME</c> (see <see cref="SecretVault"/>); it is read when it is used, so that it can be renewed, and never prints itself.</summary>
[DebuggerDisplay("{Reference}")]
[JsonConverter(typeof(SecretConverter))]
public sealed class Secret
{
    private const string Env = "env:";
    private const string File = "file:";
    private const string Vault = "vault:";

    /// <param name="reference"><c>env:NAME</c>, <c>file:PATH</c> or <c>vault:NAME</c>.</param>
    /// <exception cref="FormatException">Anything else: a secret written out in a configuration is refused, and its text is not repeated.</exception>
    public Secret(string reference)
    {
        if (!IsReference(reference))
        {
            throw new FormatException("A secret is given by reference: env:NAME, file:PATH or vault:NAME.");
        }

        Reference = reference;
    }

    /// <summary>Where the secret is kept; not the secret.</summary>
    public string Reference { get; }

    /// <summary>Reads the secret; the last line end of a file is not part of it.</summary>
    public bool TryReveal([NotNullWhen(true)] out string? value)
    {
        value = Reference.StartsWith(Env, StringComparison.Ordinal) ? Environment.GetEnvironmentVariable(Reference[Env.Length..])
            : Reference.StartsWith(Vault, StringComparison.Ordinal) ? ReadVault(Reference[Vault.Length..])
            : ReadFile(Reference[File.Length..]);
        return !string.IsNullOrEmpty(value);
    }

    /// <summary>What to answer when it cannot be read.</summary>
    public Failure Missing => new(FailureKind.Denied, "secret.missing", Reference.StartsWith(Vault, StringComparison.Ordinal)
        ? $"The secret {Reference} cannot be read: write it with 'secrets set', and name the vault and its key to the hub ({SecretVault.FileVariable}, {SecretVault.KeyVariable})."
        : $"The secret {Reference} cannot be read: set the variable or make the file readable to the hub.");

    public override string ToString() => "***";

    private static bool IsReference(string text) =>
        (text.StartsWith(Env, StringComparison.Ordinal) && text.Length > Env.Length) ||
        (text.StartsWith(Vault, StringComparison.Ordinal) && SecretVault.IsName(text[Vault.Length..])) ||
        (text.StartsWith(File, StringComparison.Ordinal) && text.Length > File.Length);

    private static string? ReadVault(string name)
    {
        try
        {
            return SecretVault.FromEnvironment()?.Find(name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // the caller answers with Missing, which names the reference
        }
    }

    private static string? ReadFile(string path)
    {
        try
        {
            return System.IO.File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // the caller answers with Missing, which names the reference
        }
    }
}
