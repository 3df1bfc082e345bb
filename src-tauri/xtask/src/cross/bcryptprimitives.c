/* The one function that Rust's standard library takes from bcryptprimitives.dll, which Wine has only since version 9:
   random bytes, here from the older entry of advapi32 that does the same (RtlGenRandom). */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length) {
    while (length > 0) {
        ULONG part = length < 4096 ? (ULONG)length : 4096;
        if (!SystemFunction036(buffer, part)) {
            return FALSE;
        }
        buffer += part;
        length -= part;
    }
    return TRUE;
}
