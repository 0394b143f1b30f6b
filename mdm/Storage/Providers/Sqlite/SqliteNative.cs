using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>The few calls of SQLite that are made sixty times a record, on plain handles: counting references to a safe handle costs more than they do.</summary>
/// <remarks>The same library that SQLitePCLRaw loads. Whoever calls keeps the safe handle alive. What only stores a number, or reads one of a row that stands
/// there, takes no turn with the garbage collector either; what may read a file or copy much does.</remarks>
internal static partial class SqliteNative
{
    private const string Library = "e_sqlite3";

    /// <summary>SQLITE_TRANSIENT: SQLite makes its own copy.</summary>
    private const nint Copied = -1;

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    [SuppressGCTransition]
    internal static partial int BindInteger(nint statement, int column, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    [SuppressGCTransition]
    internal static partial int BindNull(nint statement, int column);

    internal static int BindBytes(nint statement, int column, ReadOnlySpan<byte> value) => value.IsEmpty
        ? BindZeros(statement, column, 0)
        : BindBytes(statement, column, ref MemoryMarshal.GetReference(value), value.Length, Copied);

    /// <param name="statement">The statement.</param>
    /// <param name="column">Its parameter, from 1.</param>
    /// <param name="value">UTF-8.</param>
    internal static int BindText(nint statement, int column, ReadOnlySpan<byte> value)
    {
        // No text is not NULL, which a null pointer would mean.
        byte none = 0;
        return BindText(statement, column, ref value.IsEmpty ? ref none : ref MemoryMarshal.GetReference(value), value.Length, Copied);
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    internal static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    internal static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [SuppressGCTransition]
    internal static partial long ColumnInteger(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [SuppressGCTransition]
    internal static partial int ColumnType(nint statement, int column);

    /// <summary>A text or blob in place, until the next step.</summary>
    internal static ReadOnlySpan<byte> ColumnBytes(nint statement, int column)
    {
        var start = ColumnStart(statement, column);
        unsafe
        {
            return start == 0 ? [] : new ReadOnlySpan<byte>((void*)start, ColumnLength(statement, column));
        }
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    private static partial nint ColumnStart(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    private static partial int ColumnLength(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_zeroblob")]
    private static partial int BindZeros(nint statement, int column, int length);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_blob")]
    private static partial int BindBytes(nint statement, int column, ref byte start, int length, nint release);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    private static partial int BindText(nint statement, int column, ref byte start, int length, nint release);
}
