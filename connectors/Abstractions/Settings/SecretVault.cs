using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Abstractions.Settings;

/// <summary>A file of encrypted secrets, each by its name (AES-256-GCM, the name authenticated with it). Its key stands in a file of its own, which a copy of the vault alone does not hold.</summary>
/// <param name="file">The vault; made on the first write.</param>
/// <param name="key">32 bytes.</param>
public sealed partial class SecretVault(string file, byte[] key)
{
    /// <summary>Variable that names the vault's file.</summary>
    public const string FileVariable = "HUB_VAULT";

    /// <summary>Variable that names the file with its key: a credential of the service manager, a mounted secret.</summary>
    public const string KeyVariable = "HUB_VAULT_KEY_FILE";

    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The vault the environment names; null when it names none, or its key cannot be read.</summary>
    public static SecretVault? FromEnvironment() =>
        Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } vault && Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } keyFile && ReadKey(keyFile) is { } key
            ? new SecretVault(vault, key)
            : null;

    /// <summary>A new key in a new file that only its owner reads.</summary>
    /// <exception cref="IOException">The file exists already: what an older key encrypted would be lost.</exception>
    public static void CreateKey(string path)
    {
        using var stream = new FileStream(path, Options(FileMode.CreateNew));
        stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n"));
    }

    /// <summary>Whether secrets may be called so: letters, digits, point, hyphen, underscore.</summary>
    public static bool IsName(string name) => NameShape().IsMatch(name);

    public IReadOnlyList<string> Names => [.. Read().Keys];

    /// <returns>Null when there is none of this name, or the key is not the one it was encrypted with.</returns>
    public string? Find(string name) => Read().TryGetValue(name, out var sealedBytes) ? Open(name, sealedBytes) : null;

    public void Set(string name, string value)
    {
        var all = Read();
        all[name] = Seal(name, value);
        Write(all);
    }

    /// <returns>False when there was none.</returns>
    public bool Remove(string name)
    {
        var all = Read();
        var found = all.Remove(name);
        if (found)
        {
            Write(all);
        }

        return found;
    }

    private byte[] Seal(string name, string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var (nonce, tag, secret) = (RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize], new byte[plain.Length]);
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, plain, secret, tag, Encoding.UTF8.GetBytes(name));
        CryptographicOperations.ZeroMemory(plain);
        return [.. nonce, .. tag, .. secret];
    }

    private string? Open(string name, byte[] bytes)
    {
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        if (bytes.Length < nonce + tag)
        {
            return null;
        }

        var plain = new byte[bytes.Length - nonce - tag];
        try
        {
            using var aes = new AesGcm(key, tag);
            aes.Decrypt(bytes.AsSpan(0, nonce), bytes.AsSpan(nonce + tag), bytes.AsSpan(nonce, tag), plain, Encoding.UTF8.GetBytes(name));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null; // another key, or somebody changed the file: the caller names the reference
        }
    }

    private SortedDictionary<string, byte[]> Read()
    {
        if (!System.IO.File.Exists(file))
        {
            return new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        }

        try
        {
            return new SortedDictionary<string, byte[]>(JsonSerializer.Deserialize<Dictionary<string, byte[]>>(System.IO.File.ReadAllBytes(file)) ?? [], StringComparer.Ordinal);
        }
        catch (JsonException error)
        {
            throw new IOException("the vault is no vault any more: bring its file back from a copy", error);
        }
    }

    // Written beside and moved into place, so that nobody ever reads half a vault.
    private void Write(SortedDictionary<string, byte[]> all)
    {
        var beside = file + ".new";
        using (var stream = new FileStream(beside, Options(FileMode.Create)))
        {
            JsonSerializer.Serialize(stream, all, Indented);
            stream.Flush(flushToDisk: true);
        }

        System.IO.File.Move(beside, file, overwrite: true);
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private static byte[]? ReadKey(string path)
    {
        var key = new byte[KeyBytes + 1];
        try
        {
            return Convert.TryFromBase64String(System.IO.File.ReadAllText(path).Trim(), key, out var length) && length == KeyBytes ? key[..KeyBytes] : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // the caller names the reference and the variable
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameShape();
}
